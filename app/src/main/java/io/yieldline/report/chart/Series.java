package io.yieldline.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named series of values, one per category of a chart; null if missing.
 */
public record Series(String name, List<@Nullable Double> values) {}
