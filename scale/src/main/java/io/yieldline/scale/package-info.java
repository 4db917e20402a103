/**
 * The same load and the same marts on Apache Spark, for plants that one machine no longer holds: exports in, snapshots of a store out.
 *
 * <p>Entry point: {@link io.yieldline.scale.ScaleJob}.
 */
@NullMarked
package io.yieldline.scale;

import org.jspecify.annotations.NullMarked;
