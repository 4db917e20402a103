package io.yieldline.control;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a chart is wanted.
 *
 * @param kind how wide its limits are; null for what the days of the baseline ask for
 * @param rules what calls a point out of control
 * @param run how many in a row on one side of the centre do
 */
public record Terms(@Nullable ControlChartType kind, Set<NelsonRule> rules, int run) {
    /** Nelson's and Minitab's; the Western Electric handbook has 8, the original had 7. */
    public static final int USUAL_RUN = 9;

    /** Those that counts are looked at by first; the others ask for more points than most ranges have. */
    public static final Set<NelsonRule> USUAL_RULES = Set.of(NelsonRule.BEYOND, NelsonRule.RUN);

    /** The usual ones. */
    public static final Terms USUAL = new Terms(null, USUAL_RULES, USUAL_RUN);
}
