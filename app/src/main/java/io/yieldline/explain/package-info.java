/** A number in, the records behind it out: which rows of which exports were counted, which were left out and why. */
@NullMarked
package io.yieldline.explain;

import org.jspecify.annotations.NullMarked;
