/**
 * Everything in, findings out: {@link io.yieldline.quality.Checks} lists the {@link io.yieldline.quality.Check}s of a plant,
 * each a YAML file; each answers with a {@link io.yieldline.quality.CheckReport}. {@link io.yieldline.quality.CheckHistory} keeps
 * the results, {@link io.yieldline.quality.Score} makes five numbers of them.
 */
@NullMarked
package io.yieldline.quality;

import org.jspecify.annotations.NullMarked;
