/**
 * From counts to conclusions: why a yield changed. {@link io.yieldline.insight.YieldChange} splits a difference of two yields into
 * mix, rate, new and gone groups, in exact fractions.
 * {@link io.yieldline.insight.Suspects} names who fails more units than the mix explains, {@link io.yieldline.insight.Retests} tells what
 * became of failed units. {@link io.yieldline.insight.OutputForecast} says what a day will end at.
 */
@NullMarked
package io.yieldline.insight;

import org.jspecify.annotations.NullMarked;
