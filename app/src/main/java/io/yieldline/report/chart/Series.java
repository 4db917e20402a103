package io.yieldline.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values under a name, one for each category of a chart; null where there is none.
 */
public record Series(String name, List<@Nullable Double> values) {}
