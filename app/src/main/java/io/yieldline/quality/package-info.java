/**
 * All data in, findings out: {@link io.yieldline.quality.Checks} lists the {@link io.yieldline.quality.Check}s of a plant,
 * each a YAML file; each returns a {@link io.yieldline.quality.CheckReport}. {@link io.yieldline.quality.CheckHistory} stores
 * the results, {@link io.yieldline.quality.Score} computes the score from them.
 */
@NullMarked
package io.yieldline.quality;

import org.jspecify.annotations.NullMarked;
