package io.yieldline.report.chart;

/**
 * A picture to stand in a page as it is: drawn by this package, its texts escaped.
 *
 * @param markup an svg element
 */
public record Svg(String markup) {}
