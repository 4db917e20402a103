/** Everything in, its state out: the chain from export to report, metrics, readiness. */
@NullMarked
package io.yieldline.health;

import org.jspecify.annotations.NullMarked;
