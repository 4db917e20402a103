package io.yieldline.api;

import io.yieldline.control.Baseline;
import io.yieldline.control.ChartOptions;
import io.yieldline.control.ControlChart;
import io.yieldline.control.ControlChartType;
import io.yieldline.control.NelsonRule;
import io.yieldline.control.Sample;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a control chart: days, baseline and rules.
 *
 * @param from first day of the chart; null for the first available day
 * @param to last day of the chart
 * @param baseFrom first day of the baseline; null for the newest stable days of the chart
 * @param baseTo last day of the baseline
 * @param excluded days excluded from the baseline
 */
record ControlRequest(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate baseFrom,
        @Nullable LocalDate baseTo,
        Set<LocalDate> excluded,
        ChartOptions terms) {
    private static final String AUTO = "auto";

    /** Its parameters, in addition to the keys of the mart. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.day("from", "the first plant day"),
            Parameter.day("to", "the last plant day"),
            Parameter.day(
                    "base_from",
                    "the first day of the baseline (default: that of the newest stable days of the chart)"),
            Parameter.day("base_to", "the last day of the baseline"),
            Parameter.day("exclude", "a day to exclude from the baseline; it remains a point")
                    .severalTimes(),
            Parameter.word(
                    "chart",
                    "p, laney (P'), or auto (default): laney if the variation exceeds binomial variation",
                    List.of(AUTO, "p", "laney")),
            Parameter.word(
                            "rule",
                            "1 beyond the limits, 2 a run on one side, 3 six rising or falling, 4 fourteen alternating"
                                    + " (default: 1 and 2)",
                            List.of("1", "2", "3", "4"))
                    .severalTimes(),
            Parameter.number("run", "length of a run on one side (default: " + ChartOptions.USUAL_RUN + ")", 5, 20));

    static ControlRequest of(Values values) {
        LocalDate from = values.day("from").orElse(null);
        LocalDate to = values.day("to").orElse(null);
        LocalDate baseFrom = values.day("base_from").orElse(null);
        LocalDate baseTo = values.day("base_to").orElse(null);
        inOrder("to", "range", from, to);
        if ((baseFrom == null) != (baseTo == null)) {
            throw Problem.wrong("base_to", "give base_from and base_to, or neither");
        }
        inOrder("base_to", "baseline", baseFrom, baseTo);
        return new ControlRequest(from, to, baseFrom, baseTo, new HashSet<>(values.days("exclude")), terms(values));
    }

    private static void inOrder(String parameter, String what, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            throw Problem.wrong(parameter, "the " + what + " " + first + " to " + last + " ends before it starts");
        }
    }

    private static ChartOptions terms(Values values) {
        ControlChartType kind = values.text("chart")
                .filter(text -> !text.equals(AUTO))
                .map(text -> ControlChartType.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(null);
        Set<NelsonRule> rules = values.texts("rule").stream()
                .map(text -> NelsonRule.values()[Integer.parseInt(text) - 1])
                .collect(Collectors.toSet());
        long run = values.number("run").orElse((long) ChartOptions.USUAL_RUN);
        return new ChartOptions(kind, rules.isEmpty() ? ChartOptions.USUAL_RULES : rules, (int) run);
    }

    /**
     * The days for centre and limits.
     *
     * @param least the smallest difference of two failure rates that is a shift, from 0 to 1
     */
    Baseline baseline(List<Sample> samples, double least) {
        List<Sample> judging =
                samples.stream().filter(sample -> judges(sample.day())).toList();
        return baseFrom == null ? Baseline.newest(judging, least) : Baseline.asked(judging);
    }

    /** The chart, from the samples of chart and baseline. */
    ControlChart chart(List<Sample> samples, Baseline baseline) {
        return ControlChart.of(
                samples.stream().filter(sample -> shows(sample.day())).toList(), baseline.days(), terms);
    }

    /** The first required day; empty for no limit. */
    Optional<LocalDate> first() {
        return from == null
                ? Optional.empty()
                : Optional.of(baseFrom == null || from.isBefore(baseFrom) ? from : baseFrom);
    }

    /** The last required day. */
    Optional<LocalDate> last() {
        return to == null ? Optional.empty() : Optional.of(baseTo == null || to.isAfter(baseTo) ? to : baseTo);
    }

    private boolean shows(LocalDate day) {
        return between(from, day, to);
    }

    private boolean judges(LocalDate day) {
        return (baseFrom == null ? shows(day) : between(baseFrom, day, baseTo)) && !excluded.contains(day);
    }

    private static boolean between(@Nullable LocalDate first, LocalDate day, @Nullable LocalDate last) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
