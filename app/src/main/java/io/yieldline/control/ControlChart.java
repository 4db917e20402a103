package io.yieldline.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A control chart of failure rates by day: a p chart, or Laney's P' chart if the variation of the baseline exceeds binomial
 * variation. Each day has limits for its own number of records. A day with few records is shown but never a signal, and does not
 * interrupt runs.
 */
public final class ControlChart {
    /** Minimum number of baseline days with enough records for limits. */
    public static final int LEAST_DAYS = 8;

    /** Minimum number for final limits; with fewer they are preliminary. */
    public static final int FIRM_DAYS = 20;

    private final ChartOptions terms;
    private final Centre centre;
    private final int days;
    private final Optional<Spread> spread;
    private final Optional<Spread> within;
    private final List<Point> points;

    private ControlChart(List<Sample> shown, List<Sample> baseline, ChartOptions terms) {
        this.terms = terms;
        this.centre = Centre.of(baseline);
        List<Sample> judging = judging(baseline);
        this.days = judging.size();
        this.spread = days < LEAST_DAYS ? Optional.empty() : Optional.of(Spread.of(centre, judging));
        this.within =
                days < LEAST_DAYS ? Optional.empty() : Optional.of(Spread.ofDaysWithin(centre, judging, LEAST_DAYS));
        this.points = points(shown, new HashSet<>(baseline));
    }

    /**
     * A chart of days, with limits from the days of a baseline.
     *
     * @param shown the days of the points, in order
     * @param baseline the days for centre and spread, in order; often the same
     */
    public static ControlChart of(List<Sample> shown, List<Sample> baseline, ChartOptions terms) {
        return new ControlChart(shown, baseline, terms);
    }

    public Centre centre() {
        return centre;
    }

    /** Number of baseline days with enough records. */
    public int days() {
        return days;
    }

    /** The variation between days; empty if there are too few days, then the chart has no limits. */
    public Optional<Spread> spread() {
        return spread;
    }

    public List<Point> points() {
        return points;
    }

    /** Whether the limits are preliminary. */
    public boolean preliminary() {
        return spread.isPresent() && days < FIRM_DAYS;
    }

    /** The type of the limits. */
    public ControlChartType kind() {
        return Optional.ofNullable(terms.kind())
                .orElseGet(() -> within.filter(Spread::byMoreThanCounting).isPresent()
                        ? ControlChartType.LANEY
                        : ControlChartType.P);
    }

    /** The reason for the type, or for missing limits, in one sentence. */
    public String reason() {
        if (spread.isEmpty()) {
            return "No limits: " + missing() + ".";
        }
        if (terms.kind() != null) {
            return name() + ", as requested; " + measured(spread.get()) + ".";
        }
        Spread choosing = within.orElseThrow();
        String measured = measured(choosing) + (choosing.days() < days ? " within the limits of a p chart" : "");
        String most = String.format(Locale.ROOT, "the 95 %% limit %.2f", choosing.mostByChance());
        return kind() == ControlChartType.LANEY
                ? name() + ", because " + measured + ", more than " + most
                        + ": the variation exceeds binomial variation, so the limits are wider."
                : name() + ", because " + measured + ", no more than " + most + ".";
    }

    private static String measured(Spread spread) {
        return String.format(Locale.ROOT, "sigma Z is %.2f on %d days", spread.sigmaZ(), spread.days());
    }

    private String name() {
        return kind() == ControlChartType.LANEY ? "Laney's P' chart" : "p chart";
    }

    private String missing() {
        if (centre.judged() == 0) {
            return "the baseline has no judged records";
        }
        if (!centre.varies()) {
            return (centre.failed() == 0 ? "none" : "all") + " of the " + centre.judged()
                    + " judged records of the baseline failed, so nothing varies";
        }
        return "they need " + LEAST_DAYS + " days of " + centre.leastRecords() + " judged records at least, "
                + FIRM_DAYS + " to be firm; the baseline has " + days;
    }

    /** The days with enough records to be evaluated at their common failure rate. */
    static List<Sample> judging(List<Sample> baseline) {
        Centre centre = Centre.of(baseline);
        return baseline.stream().filter(centre::enough).toList();
    }

    private List<Point> points(List<Sample> shown, Set<Sample> baseline) {
        Map<LocalDate, List<Signal>> signals = spread.isPresent() ? signals(shown) : Map.of();
        return shown.stream()
                .map(sample -> new Point(
                        sample,
                        spread.isPresent() ? ControlLimits.around(centre.share(), sigma(sample)) : null,
                        centre.enough(sample),
                        baseline.contains(sample),
                        signals.getOrDefault(sample.day(), List.of())))
                .toList();
    }

    private Map<LocalDate, List<Signal>> signals(List<Sample> shown) {
        List<Sample> judged = shown.stream().filter(centre::enough).toList();
        double[] shares = judged.stream().mapToDouble(Sample::share).toArray();
        double[] distances = judged.stream()
                .mapToDouble(sample -> (sample.share() - centre.share()) / sigma(sample))
                .toArray();
        Map<LocalDate, List<Signal>> signals = new HashMap<>();
        for (NelsonRule rule : new TreeSet<>(terms.rules())) {
            int[] rows = rule.rows(shares, distances, terms.run());
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] != 0) {
                    LocalDate since = judged.get(i + 1 - Math.abs(rows[i])).day();
                    signals.computeIfAbsent(judged.get(i).day(), day -> new ArrayList<>())
                            .add(new Signal(rule, Math.abs(rows[i]), rows[i] < 0, since));
                }
            }
        }
        return signals;
    }

    private double sigma(Sample sample) {
        double counting = centre.sigma(sample.judged());
        return kind() == ControlChartType.LANEY
                ? counting * spread.orElseThrow().sigmaZ()
                : counting;
    }
}
