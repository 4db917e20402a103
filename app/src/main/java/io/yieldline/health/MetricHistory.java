package io.yieldline.health;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.health.Metric.History;
import io.yieldline.mart.PlantParts;
import io.yieldline.quality.Checks;
import io.yieldline.schedule.Schedule;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a plant over days or weeks.
 *
 * @param by day or week
 * @param from the first plant day
 * @param to the last plant day
 * @param summary one row for each period, with the headlines of all metrics
 * @param metrics each metric with all its values
 * @param trends each operation, step and mart with its duration and the change of it
 * @param disk when the disk is full
 */
public record MetricHistory(
        String by, LocalDate from, LocalDate to, Table summary, List<Detail> metrics, Table trends, DiskForecast disk) {
    /** The names of the metrics. */
    public static final List<String> NAMES =
            List.of("rows", "steps", "quality", "tables", "schedule", "uptime", "responses", "space");

    /** The history of the days up to today. */
    public static MetricHistory of(PlantParts parts, long days, boolean weekly) {
        LocalDate today = parts.today();
        ZoneId zone = parts.plant().settings().zone();
        Periods periods = new Periods(
                today.minusDays(days - 1), today, weekly, zone, parts.clock().instant());
        return parts.warehouse().read(session -> of(session, periods, metrics(parts)));
    }

    private static List<Metric> metrics(PlantParts parts) {
        return List.of(
                new RowsMetric(),
                new StepsMetric(),
                new QualityMetric(Checks.of(parts.plant())),
                new TablesMetric(),
                new ScheduleMetric(
                        Schedule.of(parts.plant().settings()),
                        parts.plant().settings().zone()),
                new UptimeMetric(),
                new ResponsesMetric(),
                new SpaceMetric());
    }

    private static MetricHistory of(Session session, Periods periods, List<Metric> metrics) {
        List<History> histories =
                metrics.stream().map(metric -> metric.history(session, periods)).toList();
        List<Detail> details = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            details.add(new Detail(
                    metric.name(), metric.definition(), histories.get(i).details()));
        }
        return new MetricHistory(
                periods.column(),
                periods.from(),
                periods.to(),
                summary(periods, histories),
                details,
                StepsMetric.trends(session, periods),
                DiskForecast.of(session, periods.to()));
    }

    private static Table summary(Periods periods, List<History> histories) {
        List<String> columns = new ArrayList<>(List.of(periods.column()));
        histories.forEach(history -> columns.addAll(history.headline()));
        return new Table(
                columns,
                periods.names().stream().map(name -> row(name, histories)).toList());
    }

    private static List<@Nullable Object> row(String period, List<History> histories) {
        List<@Nullable Object> row = new ArrayList<>(List.of(period));
        histories.forEach(history -> row.addAll(Objects.requireNonNullElseGet(
                history.byPeriod().get(period),
                () -> Collections.nCopies(history.headline().size(), null))));
        return row;
    }

    /** The metric with this name. */
    public Detail metric(String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE, "unknown metric \"" + name + "\"; valid values: " + String.join(", ", NAMES)));
    }

    /**
     * A metric with all its values.
     *
     * @param name a word to ask for it
     * @param definition what it says and how it is counted
     * @param values one row for each period and thing
     */
    public record Detail(String name, String definition, Table values) {}
}
