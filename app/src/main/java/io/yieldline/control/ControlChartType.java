package io.yieldline.control;

/** The type of control limits. */
public enum ControlChartType {
    /** Binomial limits: p chart. */
    P,
    /** Limits scaled by the variation between the days of the baseline: Laney's P' chart. */
    LANEY
}
