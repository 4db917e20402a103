/**
 * From counts to conclusions: why a yield changed. {@link io.yieldline.insight.YieldChange} splits a difference of two yields into
 * mix, rate, new and gone groups, in exact fractions.
 */
@NullMarked
package io.yieldline.insight;

import org.jspecify.annotations.NullMarked;
