package io.yieldline.insight;

import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records say of a failure code.
 *
 * @param code the error code or station reason
 * @param first the first day with a failure
 * @param last the last day with a failure
 * @param failures all failures
 * @param lastWeeks failures of the {@value #WEEKS} weeks up to the newest day of the mart
 * @param before failures of the {@value #WEEKS} weeks before these
 * @param outcomes what became of the failed records of the last eight weeks, by day
 */
public record CodeHistory(
        String code,
        LocalDate first,
        LocalDate last,
        long failures,
        long lastWeeks,
        long before,
        List<Outcome> outcomes) {
    /** How many weeks are compared with as many before. */
    public static final int WEEKS = 4;

    private static final String COUNTS = """
            select code, min(day), max(day), cast(sum(failures) as bigint),
                cast(coalesce(sum(failures) filter (where day > ?), 0) as bigint),
                cast(coalesce(sum(failures) filter (where day > ? and day <= ?), 0) as bigint)
            from all_failure_daily
            where code is not null
            group by code
            order by code""";

    /** The next judged run of the unit at the station, in the same log. */
    private static final String OUTCOMES = """
            select code, day, count(next_verdict), count(*) filter (where next_verdict = 'pass')
            from (
                select error_code as code, day, verdict, ${next}
                from testboard_master_log
                where excluded is not true and verdict in ('pass', 'fail') and day > ?
                union all
                select station_reason, day, verdict, ${next}
                from workstation_master_log
                where excluded is not true and verdict in ('pass', 'fail') and day > ?
                    and serial_number in (
                        select r.serial_number from workstation_master_log r where r.station_reason is not null)
            ) run
            where verdict = 'fail' and code is not null
            group by code, day""".replace("${next}", RunOrder.next("verdict"));

    /** The histories of all codes that the mart of failures has, by code. */
    public static List<CodeHistory> all(Session session) {
        Optional<LocalDate> newest = session.query(
                        "select max(day) from all_failure_daily",
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .get(0);
        return newest.map(day -> all(session, day)).orElse(List.of());
    }

    private static List<CodeHistory> all(Session session, LocalDate newest) {
        LocalDate recent = newest.minusWeeks(WEEKS);
        LocalDate earlier = recent.minusWeeks(WEEKS);
        Map<String, List<Outcome>> outcomes = new HashMap<>();
        session.query(
                OUTCOMES,
                row -> outcomes.computeIfAbsent(row.getString(1), code -> new ArrayList<>())
                        .add(new Outcome(row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4))),
                earlier,
                earlier);
        return session.query(
                COUNTS,
                row -> new CodeHistory(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        outcomes.getOrDefault(row.getString(1), List.of())),
                recent,
                earlier,
                recent);
    }

    /**
     * What became of the failed records since a day.
     *
     * @param since the first day; null for all of the last eight weeks
     */
    public Outcome since(@Nullable LocalDate since) {
        return outcomes.stream()
                .filter(outcome -> since == null || !outcome.day().isBefore(since))
                .reduce(new Outcome(last, 0, 0), Outcome::plus);
    }

    /**
     * What became of failed records of a day.
     *
     * @param retested those whose unit has a later judged run at the station
     * @param passed those of them whose next run passed
     */
    public record Outcome(LocalDate day, long retested, long passed) {
        private Outcome plus(Outcome other) {
            return new Outcome(day, retested + other.retested, passed + other.passed);
        }
    }
}
