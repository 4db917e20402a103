package io.yieldline.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on a chart.
 *
 * @param limits those of its own number of records; null where the chart has none
 * @param enough whether it has the records that a day needs to be judged
 * @param inBaseline whether centre and spread are made of it too
 * @param signals why it is out of control; empty where it is not
 */
public record Point(
        Sample sample, @Nullable ControlLimits limits, boolean enough, boolean inBaseline, List<Signal> signals) {}
