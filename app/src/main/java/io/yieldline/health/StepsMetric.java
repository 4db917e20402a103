package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long runs, their steps and the refreshes of marts took. */
final class StepsMetric implements Metric {
    /** Fewer days say nothing of a trend. */
    private static final int LEAST = 5;

    private static final int DAYS_A_WEEK = 7;

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public String definition() {
        return "seconds of each operation (such as check), of each step of a run (daily: check) and of each refresh of a mart"
                + " (mart packing_daily), by the day on which it began";
    }

    @Override
    public History history(Session session, Periods periods) {
        Sums runs = new Sums(periods, 2);
        Sums steps = new Sums(periods, 2);
        List<Took> whole = runs(session, periods);
        whole.forEach(took -> took.into(runs));
        whole.forEach(took -> took.into(steps));
        parts(session, periods).forEach(took -> took.into(steps));
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        periods.names().forEach(period -> byPeriod.put(period, headline(runs.total(period))));
        return new History(
                List.of("runs", "run_seconds"),
                byPeriod,
                new Table(
                        List.of(periods.column(), "step", "times", "mean_seconds"),
                        steps.details((step, sums) -> Arrays.asList(sums[0], mean(sums[1], sums[0])))));
    }

    private static List<@Nullable Object> headline(long[] sums) {
        return Arrays.asList(sums[0], Metric.seconds(sums[1]));
    }

    private static BigDecimal mean(long milliseconds, long times) {
        return Metric.seconds(milliseconds).divide(BigDecimal.valueOf(times), 3, RoundingMode.HALF_UP);
    }

    /** Each step with its change a week over these periods: step, times, mean and longest seconds, change in percent of the mean. */
    static Table trends(Session session, Periods periods) {
        Map<String, List<Took>> byStep = new TreeMap<>();
        all(session, periods)
                .forEach(took -> byStep.computeIfAbsent(took.step(), any -> new ArrayList<>())
                        .add(took));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        byStep.forEach((step, times) -> rows.add(trend(step, times)));
        return new Table(List.of("step", "times", "mean_seconds", "longest_seconds", "percent_a_week"), rows);
    }

    private static List<@Nullable Object> trend(String step, List<Took> times) {
        long sum = times.stream().mapToLong(Took::milliseconds).sum();
        long longest = times.stream().mapToLong(Took::milliseconds).max().orElse(0);
        return Arrays.asList(
                step,
                (long) times.size(),
                mean(sum, times.size()),
                Metric.seconds(longest),
                percentAWeek(times, (double) sum / times.size()));
    }

    private static @Nullable BigDecimal percentAWeek(List<Took> times, double mean) {
        Map<LocalDate, List<Took>> byDay = new TreeMap<>();
        times.forEach(took ->
                byDay.computeIfAbsent(took.day(), any -> new ArrayList<>()).add(took));
        RobustTrend trend = new RobustTrend();
        byDay.forEach((day, each) -> trend.add(
                day.toEpochDay(),
                each.stream().mapToLong(Took::milliseconds).average().orElse(0)));
        OptionalDouble perDay = trend.perDay(LEAST);
        return perDay.isEmpty() || mean == 0
                ? null
                : BigDecimal.valueOf(100 * DAYS_A_WEEK * perDay.getAsDouble() / mean)
                        .setScale(1, RoundingMode.HALF_UP);
    }

    private static List<Took> all(Session session, Periods periods) {
        List<Took> all = new ArrayList<>(runs(session, periods));
        all.addAll(parts(session, periods));
        return all;
    }

    private static List<Took> parts(Session session, Periods periods) {
        List<Took> parts = new ArrayList<>(steps(session, periods));
        parts.addAll(refreshes(session, periods));
        return parts;
    }

    private static List<Took> runs(Session session, Periods periods) {
        return session.query(
                "select operation, started_at, ended_at from run"
                        + " where ended_at is not null and started_at >= ? and started_at < ?",
                row -> new Took(
                        row.getString(1),
                        row.getObject(2, LocalDateTime.class).toLocalDate(),
                        Math.max(
                                0,
                                Duration.between(
                                                row.getObject(2, LocalDateTime.class),
                                                row.getObject(3, LocalDateTime.class))
                                        .toMillis())),
                periods.from().atStartOfDay(),
                periods.to().plusDays(1).atStartOfDay());
    }

    private static List<Took> steps(Session session, Periods periods) {
        return session.query(
                "select r.operation || ': ' || s.step, s.started_at, s.milliseconds from run_step s"
                        + " join run r on r.id = s.run_id"
                        + " where s.milliseconds is not null and s.outcome <> 'skipped' and s.started_at >= ? and s.started_at < ?",
                row -> new Took(
                        row.getString(1), row.getObject(2, LocalDateTime.class).toLocalDate(), row.getLong(3)),
                periods.from().atStartOfDay(),
                periods.to().plusDays(1).atStartOfDay());
    }

    /** The times are UTC, so the query has a day more on both ends. */
    private static List<Took> refreshes(Session session, Periods periods) {
        return session
                .query(
                        "select 'mart ' || mart, refreshed_at, milliseconds from mart_refresh"
                                + " where refreshed_at >= ? and refreshed_at < ?",
                        row -> new Took(
                                row.getString(1), periods.day(row.getObject(2, LocalDateTime.class)), row.getLong(3)),
                        periods.from().minusDays(1).atStartOfDay(),
                        periods.to().plusDays(2).atStartOfDay())
                .stream()
                .filter(took -> periods.has(took.day()))
                .toList();
    }

    /** A duration of a step that began on a plant day. */
    private record Took(String step, LocalDate day, long milliseconds) {
        void into(Sums sums) {
            sums.add(day, step, 1, milliseconds);
        }
    }
}
