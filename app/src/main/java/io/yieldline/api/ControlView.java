package io.yieldline.api;

import io.yieldline.Ratio;
import io.yieldline.control.Baseline;
import io.yieldline.control.ControlChart;
import io.yieldline.control.ControlLimits;
import io.yieldline.control.NelsonRule;
import io.yieldline.control.Point;
import io.yieldline.control.Sample;
import io.yieldline.control.Signal;
import io.yieldline.control.Spread;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A control chart as JSON, as a table, and as one row of the station summary. */
final class ControlView {
    private static final List<String> POINT =
            List.of("day", "failed", "judged", "share", "lower", "centre", "upper", "enough", "in_baseline", "signals");

    /** The columns of the station summary. */
    static final List<String> STATION =
            List.of("model", "station", "days", "failed", "judged", "chart", "sigma_z", "out", "last_out", "signals");

    /** Rows of the summary: the station with the newest signal first, those without any last. */
    static final Comparator<List<@Nullable Object>> NEWEST_SIGNAL_FIRST = Comparator.comparing(
            row -> (LocalDate) row.get(STATION.indexOf("last_out")), Comparator.nullsLast(Comparator.reverseOrder()));

    private ControlView() {}

    static Map<String, @Nullable Object> json(ControlRequest asked, Baseline baseline, ControlChart chart) {
        return Json.object(
                "range", Json.object("from", asked.from(), "to", asked.to()),
                "baseline", baseline(asked, baseline, chart),
                "chart", kind(chart),
                "reason", chart.reason(),
                "sigma_z", sigmaZ(chart),
                "sigma_z_by_chance", chart.spread().map(Spread::mostByChance).orElse(null),
                "centre", centre(chart),
                "rules",
                        new TreeSet<>(asked.terms().rules())
                                .stream().map(NelsonRule::number).toList(),
                "run", asked.terms().run(),
                "total", chart.points().size(),
                "out", out(chart).size(),
                "rows", chart.points().stream().map(ControlView::json).toList());
    }

    /** A day that is not over, which is no point of the chart. */
    static Map<String, @Nullable Object> soFar(Sample running) {
        return Json.object("day", running.day(), "share", new Ratio(running.failed(), running.judged()));
    }

    /** The points, one per row. */
    static Table table(ControlChart chart) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        chart.points().forEach(point -> rows.add(row(chart, point)));
        return new Table(POINT, rows);
    }

    /** The summary of a station, as one row. */
    static List<@Nullable Object> station(List<@Nullable String> names, ControlChart chart) {
        List<Point> out = out(chart);
        Optional<Point> last = out.stream().reduce((first, second) -> second);
        return Arrays.asList(
                names.get(0),
                names.get(1),
                chart.points().size(),
                chart.points().stream()
                        .mapToLong(point -> point.sample().failed())
                        .sum(),
                chart.points().stream()
                        .mapToLong(point -> point.sample().judged())
                        .sum(),
                kind(chart),
                sigmaZ(chart),
                chart.spread().isPresent() ? out.size() : null,
                last.map(point -> point.sample().day()).orElse(null),
                last.map(ControlView::words).orElse(null));
    }

    private static Map<String, @Nullable Object> baseline(ControlRequest asked, Baseline baseline, ControlChart chart) {
        List<Sample> days = baseline.days();
        boolean fixed = asked.baseFrom() != null;
        return Json.object(
                "from",
                fixed || days.isEmpty() ? asked.baseFrom() : days.get(0).day(),
                "to",
                fixed || days.isEmpty()
                        ? asked.baseTo()
                        : days.get(days.size() - 1).day(),
                "fixed",
                fixed,
                "choice",
                baseline.choice().name().toLowerCase(Locale.ROOT),
                "shift",
                baseline.shift(),
                "excluded",
                new TreeSet<>(asked.excluded()),
                "days",
                chart.days(),
                "least_days",
                ControlChart.LEAST_DAYS,
                "firm_days",
                ControlChart.FIRM_DAYS,
                "preliminary",
                chart.preliminary(),
                "least_records",
                chart.centre().varies() ? chart.centre().leastRecords() : null);
    }

    private static Map<String, @Nullable Object> json(Point point) {
        Optional<ControlLimits> limits = Optional.ofNullable(point.limits());
        Sample sample = point.sample();
        return Json.object(
                "day", sample.day(),
                "share", new Ratio(sample.failed(), sample.judged()),
                "lower", limits.map(ControlLimits::lower).orElse(null),
                "upper", limits.map(ControlLimits::upper).orElse(null),
                "enough", point.enough(),
                "in_baseline", point.inBaseline(),
                "signals", point.signals().stream().map(ControlView::json).toList());
    }

    private static Map<String, @Nullable Object> json(Signal signal) {
        return Json.object(
                "rule", signal.rule().number(), "since", signal.since(), "low", signal.low(), "words", signal.words());
    }

    private static List<@Nullable Object> row(ControlChart chart, Point point) {
        Optional<ControlLimits> limits = Optional.ofNullable(point.limits());
        return Arrays.asList(
                point.sample().day(),
                point.sample().failed(),
                point.sample().judged(),
                point.sample().share(),
                limits.map(ControlLimits::lower).orElse(null),
                centre(chart).known() ? centre(chart).value() : null,
                limits.map(ControlLimits::upper).orElse(null),
                point.enough(),
                point.inBaseline(),
                words(point));
    }

    private static String words(Point point) {
        return point.signals().stream()
                .map(signal -> signal.rule().number() + " " + signal.words())
                .collect(Collectors.joining("; "));
    }

    private static List<Point> out(ControlChart chart) {
        return chart.points().stream()
                .filter(point -> !point.signals().isEmpty())
                .toList();
    }

    private static @Nullable String kind(ControlChart chart) {
        return chart.spread().isPresent() ? chart.kind().name().toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable Double sigmaZ(ControlChart chart) {
        return chart.spread().map(Spread::sigmaZ).orElse(null);
    }

    private static Ratio centre(ControlChart chart) {
        return new Ratio(chart.centre().failed(), chart.centre().judged());
    }
}
