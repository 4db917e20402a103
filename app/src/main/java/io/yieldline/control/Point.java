package io.yieldline.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on a chart.
 *
 * @param limits the limits for its number of records; null if the chart has none
 * @param enough whether it has enough records to be evaluated
 * @param inBaseline whether it is part of the baseline
 * @param signals the signals; empty if it is in control
 */
public record Point(
        Sample sample, @Nullable ControlLimits limits, boolean enough, boolean inBaseline, List<Signal> signals) {}
