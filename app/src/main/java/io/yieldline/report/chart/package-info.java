/**
 * Numbers in, pictures out: charts as SVG that a mail can hold, each with its values in words for readers who do not see
 * it.
 */
@NullMarked
package io.yieldline.report.chart;

import org.jspecify.annotations.NullMarked;
