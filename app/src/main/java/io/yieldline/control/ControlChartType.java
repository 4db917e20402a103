package io.yieldline.control;

/** How wide the limits of a chart are. */
public enum ControlChartType {
    /** By counting alone. */
    P,
    /** By counting, and as much wider or narrower as the days of the baseline differ: Laney's P'. */
    LANEY
}
