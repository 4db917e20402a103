package io.yieldline.report.chart;

/**
 * An SVG for embedding in a page: drawn by this package, with escaped texts.
 *
 * @param markup an svg element
 */
public record Svg(String markup) {}
