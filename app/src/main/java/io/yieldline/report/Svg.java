package io.yieldline.report;

/**
 * A picture to stand in a page as it is: drawn by this package, its texts escaped.
 *
 * @param markup an svg element
 */
record Svg(String markup) {}
