package io.yieldline.report;

import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days with output and records: not weekends or holidays. */
final class WorkingDays {
    private WorkingDays() {}

    /** The last days before a day with station yields, earliest first. */
    static List<LocalDate> before(Session session, Rules rules, LocalDate day, int count) {
        return last(
                session.query(
                        "select distinct day from station_yield_daily where day < ? and day >= ?",
                        row -> row.getObject(1, LocalDate.class),
                        day,
                        day.minusDays(60)),
                rules,
                count);
    }

    /** The last days with output up to and including this day, earliest first. */
    static List<LocalDate> withOutput(Session session, Rules rules, LocalDate day, int count) {
        List<LocalDate> days = session.query(
                "select distinct day from packing_daily where day < ? and day >= ?",
                row -> row.getObject(1, LocalDate.class),
                day,
                day.minusDays(60));
        return last(Stream.concat(days.stream(), Stream.of(day)).toList(), rules, count);
    }

    /** Days as an SQL list; dates are safe from SQL injection. */
    static String sql(List<LocalDate> days) {
        return days.isEmpty()
                ? "(cast(null as date))"
                : days.stream().map(day -> "date '" + day + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<LocalDate> last(List<LocalDate> days, Rules rules, int count) {
        return days.stream()
                .filter(day -> rules.outputDay(day).equals(day))
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .sorted()
                .toList();
    }
}
