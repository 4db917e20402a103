package io.yieldline.insight;

import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of units that failed at the test boards.
 *
 * @param period the days of the first judged runs; the next run counts whenever it came
 * @param scope only units with these values; an empty text stands for blank
 * @param known the last day of which something is known; null for everything
 */
public record RetestsQuestion(
        Period period,
        Map<Dimension, String> scope,
        @Nullable LocalDate known) {
    private static final String FIRST_RUNS = """
            with repair as (
                select w.serial_number, w.ended_utc
                from workstation_master_log w
                where w.excluded is not true and w.day >= date '${from}' and w.duration_seconds >= ${repair}
                    and ${at_repair}
            ), run as (
                select serial_number, station, model, part_number, fixture, verdict, error_code, day, ended_utc,
                    ${place}, ${next_fixture}, ${next_verdict}, ${next_end}
                from ${records} and day >= date '${from}'${known}
            ), first as (
                select * from run${filter}
            ), told as (
                select f.*,
                    case when next_verdict is null then 'none'
                        when next_fixture is not distinct from fixture then 'same' else 'other' end as retest,
                    next_verdict is not null and exists (
                        select 1 from repair r
                        where r.serial_number = f.serial_number
                            and r.ended_utc > f.ended_utc and r.ended_utc < f.next_ended_utc) as repaired
                from first f
                where verdict = 'fail'
            )
            select coalesce(station, ''), coalesce(model, ''), coalesce(part_number, ''), coalesce(fixture, ''),
                'pass', '', 'none', false, false, count(*)
            from first
            where verdict = 'pass'
            group by 1, 2, 3, 4
            union all
            select coalesce(station, ''), coalesce(model, ''), coalesce(part_number, ''), coalesce(fixture, ''),
                'fail', coalesce(error_code, ''), retest, repaired, coalesce(next_verdict = 'pass', false), count(*)
            from told
            group by 1, 2, 3, 4, 6, 7, 8, 9
            """;

    private static final String RUN_TIMES = """
            select coalesce(station, ''), coalesce(before_fixture, ''), coalesce(before_error_code, ''), place > 1,
                count(*), cast(coalesce(sum(duration_seconds), 0) as bigint)
            from (
                select station, model, part_number, duration_seconds, ${place}, ${before_fixture}, ${before_code}
                from ${records} and ${days}
            ) r${filter}
            group by 1, 2, 3, 4
            """;

    /** The same with everything that is known. */
    public RetestsQuestion(Period period, Map<Dimension, String> scope) {
        this(period, scope, null);
    }

    /** A copy that nobody changes. */
    public RetestsQuestion {
        scope = Map.copyOf(scope);
    }

    List<Retest> firstRuns(RetestSettings settings, Session session) {
        RowFilter filter = filter();
        filter.add("place = ?", 1);
        filter.add("day <= ?", period.to());
        String sql = FIRST_RUNS
                .replace("${from}", period.from().toString())
                .replace("${known}", known == null ? "" : " and day <= date '" + known + "'")
                .replace("${repair}", String.valueOf(settings.leastRepairSeconds()))
                .replace("${at_repair}", JudgedRuns.AT_REPAIR)
                .replace("${place}", RunOrder.PLACE)
                .replace("${next_fixture}", RunOrder.next("fixture"))
                .replace("${next_verdict}", RunOrder.next("verdict"))
                .replace("${next_end}", RunOrder.next("ended_utc"))
                .replace("${records}", Suspected.FIXTURE.records())
                .replace("${filter}", filter.where());
        return session.query(
                sql,
                row -> new Retest(
                        List.of(row.getString(1), row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getString(5).equals("fail"),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getBoolean(9),
                        row.getLong(10)),
                filter.parameters());
    }

    /** The runs of the days by the run of the same unit at the station before them. */
    List<RunTime> runTimes(Session session) {
        RowFilter filter = filter();
        String sql = RUN_TIMES
                .replace("${place}", RunOrder.PLACE)
                .replace("${before_fixture}", RunOrder.before("fixture"))
                .replace("${before_code}", RunOrder.before("error_code"))
                .replace("${records}", Suspected.FIXTURE.records())
                .replace("${days}", period.sql())
                .replace("${filter}", filter.where());
        return session.query(
                sql,
                row -> new RunTime(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getLong(5),
                        row.getLong(6)),
                filter.parameters());
    }

    private RowFilter filter() {
        RowFilter filter = new RowFilter();
        scope.forEach((dimension, value) -> filter.oneOf(dimension.column(), List.of(value)));
        return filter;
    }
}
