package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Activity of a plant by day or week: loads, runs, mart refreshes, checks. */
public final class Activity {
    private static final List<String> COUNTS = List.of(
            "exports", "rows", "rejected", "runs", "runs_done", "refreshes", "refresh_ms", "checks", "checks_passed");

    private final Map<String, long[]> counts = new TreeMap<>();
    private final Function<LocalDate, String> period;

    private Activity(Function<LocalDate, String> period) {
        this.period = period;
    }

    /**
     * One row per day or ISO week, oldest first, including those without activity.
     *
     * @param from the first plant day
     * @param to the last plant day
     * @param zone of plant time
     */
    public static Table table(Session session, LocalDate from, LocalDate to, ZoneId zone, boolean weekly) {
        Activity activity = new Activity(weekly ? Activity::week : LocalDate::toString);
        from.datesUntil(to.plusDays(1)).forEach(day -> activity.of(day));
        activity.exports(session, from, to);
        activity.runs(session, from, to);
        activity.refreshes(session, from, to, zone);
        activity.checks(session, from, to);
        return activity.table(weekly ? "week" : "day");
    }

    private static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private void exports(Session session, LocalDate from, LocalDate to) {
        session.query(
                "select loaded_at, row_count, rejected_count from export where status = 'loaded'"
                        + " and loaded_at >= ? and loaded_at < ?",
                row -> add(
                        row.getObject(1, LocalDateTime.class).toLocalDate(),
                        Map.of("exports", 1L, "rows", row.getLong(2), "rejected", row.getLong(3))),
                from.atStartOfDay(),
                to.plusDays(1).atStartOfDay());
    }

    private void runs(Session session, LocalDate from, LocalDate to) {
        session.query(
                "select started_at, outcome from run where started_at >= ? and started_at < ?",
                row -> add(
                        row.getObject(1, LocalDateTime.class).toLocalDate(),
                        Map.of("runs", 1L, "runs_done", row.getString(2).equals("done") ? 1L : 0L)),
                from.atStartOfDay(),
                to.plusDays(1).atStartOfDay());
    }

    /** The times are UTC, so the query range has one extra day on both ends. */
    private void refreshes(Session session, LocalDate from, LocalDate to, ZoneId zone) {
        session.query(
                "select refreshed_at, milliseconds from mart_refresh where refreshed_at >= ? and refreshed_at < ?",
                row -> add(
                        row.getObject(1, LocalDateTime.class)
                                .atZone(ZoneOffset.UTC)
                                .withZoneSameInstant(zone)
                                .toLocalDate(),
                        Map.of("refreshes", 1L, "refresh_ms", row.getLong(2))),
                from.minusDays(1).atStartOfDay(),
                to.plusDays(2).atStartOfDay());
    }

    private void checks(Session session, LocalDate from, LocalDate to) {
        if (session.number("select count(*) from information_schema.tables"
                        + " where table_schema = current_schema() and table_name = 'check_result'")
                == 0) {
            return;
        }
        session.query(
                "select finished_at, outcome from check_result where finished_at >= ? and finished_at < ?",
                row -> add(
                        row.getObject(1, LocalDateTime.class).toLocalDate(),
                        Map.of("checks", 1L, "checks_passed", row.getString(2).equals("passed") ? 1L : 0L)),
                from.atStartOfDay(),
                to.plusDays(1).atStartOfDay());
    }

    private boolean add(LocalDate day, Map<String, Long> more) {
        long[] sums = counts.get(period.apply(day));
        if (sums == null) {
            return false;
        }
        more.forEach((name, number) -> sums[COUNTS.indexOf(name)] += number);
        return true;
    }

    private void of(LocalDate day) {
        counts.computeIfAbsent(period.apply(day), name -> new long[COUNTS.size()]);
    }

    private Table table(String name) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        counts.forEach((period, sums) -> rows.add(row(period, sums)));
        return new Table(
                List.of(
                        name,
                        "exports",
                        "rows",
                        "rejected",
                        "error rate",
                        "runs",
                        "failed",
                        "completion rate",
                        "refreshes",
                        "seconds each",
                        "checks",
                        "passed",
                        "quality score"),
                rows);
    }

    private static List<@Nullable Object> row(String period, long[] sums) {
        long failed = sums[3] - sums[4];
        return Arrays.asList(
                period,
                sums[0],
                sums[1],
                sums[2],
                percent(sums[2], sums[1]),
                sums[3],
                failed,
                percent(sums[4], sums[3]),
                sums[5],
                sums[5] == 0 ? "n/a" : String.format(Locale.ROOT, "%.3f", sums[6] / 1000.0 / sums[5]),
                sums[7],
                sums[8],
                percent(sums[8], sums[7]));
    }

    /** A ratio with denominator 0 has no value. */
    private static String percent(long part, long whole) {
        return whole == 0 ? "n/a" : String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
    }
}
