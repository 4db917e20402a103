package io.yieldline.operation;

import io.yieldline.control.RateChange;
import io.yieldline.control.Sample;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The strongest change of each model and station by records, as it was computed without this program: a check of day and G. */
final class RecordShifts {
    private static final int LEAST_FAILED = 10;

    private RecordShifts() {}

    static Table of(Session session) {
        Map<String, List<Sample>> series = new TreeMap<>();
        session.query(
                """
                select model, station, day, count(*) filter (where verdict = 'fail'), count(*)
                from workstation_master_log
                where in_scope
                    and verdict in ('pass', 'fail')
                    and name_key(model) in (select r.name_key from rule_yield_model r)
                    and not exists (select 1 from rule_complete_exclusion e where name_key(station) like e.pattern escape '!')
                group by model, station, day
                order by day
                """,
                row -> series.computeIfAbsent(row.getString(1) + "|" + row.getString(2), place -> new ArrayList<>())
                        .add(new Sample(row.getObject(3, LocalDate.class), row.getLong(4), row.getLong(5))));
        series.values().removeIf(days -> failed(days) < LEAST_FAILED);
        List<String> columns = List.of(
                "model", "station", "since", "failed_before", "judged_before", "failed_after", "judged_after", "g");
        return new Table(
                columns,
                series.entrySet().stream()
                        .map(entry -> row(entry.getKey().split("[|]"), entry.getValue()))
                        .toList());
    }

    private static List<Object> row(String[] place, List<Sample> days) {
        RateChange change = RateChange.of(days).orElseThrow();
        List<Sample> before = days.subList(0, change.place());
        List<Sample> after = days.subList(change.place(), days.size());
        return Arrays.asList(
                place[0],
                place[1],
                after.get(0).day(),
                failed(before),
                judged(before),
                failed(after),
                judged(after),
                BigDecimal.valueOf(change.g()).setScale(1, RoundingMode.HALF_EVEN));
    }

    private static long failed(List<Sample> days) {
        return days.stream().mapToLong(Sample::failed).sum();
    }

    private static long judged(List<Sample> days) {
        return days.stream().mapToLong(Sample::judged).sum();
    }
}
