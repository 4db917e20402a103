package io.yieldline.health;

import io.yieldline.health.Measure.Sample;
import io.yieldline.mart.PlantParts;
import io.yieldline.quality.Checks;
import io.yieldline.schedule.Schedule;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The metrics of {@link MetricHistory} for Prometheus, which keeps their history itself: of today, or of the last seven days. */
final class RecentMetrics {
    private static final int DAYS = 7;
    private static final double MILLISECONDS = 1_000;

    private final Supplier<PlantParts> source;
    private final List<Recent> all = new ArrayList<>();

    private RecentMetrics(Supplier<PlantParts> source) {
        this.source = source;
    }

    /** All of them, for a plant as it is whenever they are read. */
    static List<Recent> of(Supplier<PlantParts> source) {
        RecentMetrics metrics = new RecentMetrics(source);
        metrics.work();
        metrics.server();
        metrics.disk();
        return List.copyOf(metrics.all);
    }

    private void work() {
        add("yieldline_quality_score", "The data-quality score, 0 to 100, as of the command score.", session -> {
            QualityMetric metric = new QualityMetric(Checks.of(source.get().plant()));
            return values(metric.history(session, periods(1)).details(), "quality_score");
        });
        add(
                "yieldline_step_seconds",
                "Mean seconds of the operation, step or mart refresh in the last seven days.",
                session -> values(StepsMetric.trends(session, periods(DAYS)), "mean_seconds", "step"),
                "step");
        add(
                "yieldline_scheduled",
                "Due times of scheduled jobs in the last seven days: in_time, late, failed or given_up.",
                this::scheduled,
                "job",
                "result");
    }

    private List<Sample> scheduled(Session session) {
        ScheduleMetric metric =
                new ScheduleMetric(Schedule.of(source.get().plant().settings()), zone());
        List<Sample> samples = new ArrayList<>();
        metric.results(session, periods(DAYS)).forEach((job, counts) -> {
            for (int i = 0; i < ScheduleMetric.RESULTS.size(); i++) {
                samples.add(new Sample(new String[] {job, ScheduleMetric.RESULTS.get(i)}, counts[i]));
            }
        });
        return samples;
    }

    private void server() {
        add(
                "yieldline_uptime_ratio",
                "The part of the last seven days during which the server ran.",
                session -> UptimeMetric.ratio(session, periods(DAYS)).stream()
                        .map(ratio -> sample(ratio))
                        .toList());
        add(
                "yieldline_response_seconds",
                "Response times of the dashboard and API today: quantiles 0.5 and 0.95 by route.",
                this::responses,
                "route",
                "quantile");
    }

    private List<Sample> responses(Session session) {
        List<Sample> samples = new ArrayList<>();
        new ResponsesMetric().history(session, periods(1)).details().named().forEach(row -> {
            String route = String.valueOf(row.value("route"));
            samples.add(sample(row.number("median_ms") / MILLISECONDS, route, "0.5"));
            samples.add(sample(row.number("p95_ms") / MILLISECONDS, route, "0.95"));
        });
        return samples;
    }

    private void disk() {
        add(
                "yieldline_home_bytes",
                "Size of all files in the home at the last sample.",
                session -> values(
                                new SpaceMetric()
                                        .history(session, periods(DAYS))
                                        .details(),
                                "home_bytes")
                        .stream()
                        .reduce((earlier, later) -> later)
                        .stream()
                        .toList());
        add(
                "yieldline_disk_full_timestamp_seconds",
                "When the disk of the home is full at its present growth; absent if that is not known or far away.",
                session -> {
                    LocalDate full =
                            DiskForecast.of(session, source.get().today()).fullOn();
                    return full == null
                            ? List.of()
                            : List.of(sample(full.atStartOfDay(zone()).toEpochSecond()));
                });
    }

    private Periods periods(int days) {
        LocalDate today = source.get().today();
        return new Periods(
                today.minusDays(days - 1L),
                today,
                false,
                zone(),
                source.get().clock().instant());
    }

    private ZoneId zone() {
        return source.get().plant().settings().zone();
    }

    /** A sample for each row with a value. */
    private static List<Sample> values(Table table, String column, String... labels) {
        List<Sample> samples = new ArrayList<>();
        table.named().forEach(row -> {
            if (row.value(column) instanceof Number number) {
                samples.add(sample(
                        number.doubleValue(),
                        Arrays.stream(labels)
                                .map(label -> String.valueOf(row.value(label)))
                                .toArray(String[]::new)));
            }
        });
        return samples;
    }

    private static Sample sample(double value, String... labels) {
        return new Sample(labels, value);
    }

    private void add(String name, String help, Function<Session, List<Sample>> samples, String... labels) {
        all.add(new Recent(name, help, List.of(labels), samples));
    }

    /** A gauge: its samples are read at each scrape. */
    record Recent(String name, String help, List<String> labels, Function<Session, List<Sample>> samples) {}
}
