/**
 * Everything in, findings out: {@link io.yieldline.quality.Checks} lists the {@link io.yieldline.quality.Check}s that can be
 * run on a warehouse, each answers with a {@link io.yieldline.quality.CheckReport}.
 */
@NullMarked
package io.yieldline.quality;

import org.jspecify.annotations.NullMarked;
