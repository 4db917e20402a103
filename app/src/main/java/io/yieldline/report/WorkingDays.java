package io.yieldline.report;

import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days that output is counted on and that have records: weekends and holidays are none. */
final class WorkingDays {
    private WorkingDays() {}

    /** The last days before this one that have station yields, earliest first. */
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

    /** The last days with output up to this one, which is among them with output or without, earliest first. */
    static List<LocalDate> withOutput(Session session, Rules rules, LocalDate day, int count) {
        List<LocalDate> days = session.query(
                "select distinct day from packing_daily where day < ? and day >= ?",
                row -> row.getObject(1, LocalDate.class),
                day,
                day.minusDays(60));
        return last(Stream.concat(days.stream(), Stream.of(day)).toList(), rules, count);
    }

    /** Days as a list in SQL; a date is nothing that anybody could type a statement into. */
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
