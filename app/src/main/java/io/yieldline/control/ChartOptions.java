package io.yieldline.control;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a chart.
 *
 * @param kind type of the limits; null to choose from the data
 * @param rules active rules
 * @param run length of a run on one side of the centre line
 */
public record ChartOptions(@Nullable ControlChartType kind, Set<NelsonRule> rules, int run) {
    /** As Nelson and Minitab; the Western Electric handbook has 8, the original had 7. */
    public static final int USUAL_RUN = 9;

    /** The default rules; the others need more points than most ranges have. */
    public static final Set<NelsonRule> USUAL_RULES = Set.of(NelsonRule.BEYOND, NelsonRule.RUN);

    /** The default options. */
    public static final ChartOptions USUAL = new ChartOptions(null, USUAL_RULES, USUAL_RUN);
}
