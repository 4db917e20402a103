package io.yieldline.insight;

import io.yieldline.control.Sample;
import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks for series. A unit (serial number and model) counts at a station on the day of its first judged run within the days of the filter.
 * Only models with yields count, and not the stations that the complete rolled yield leaves out: repair, debug, scrap.
 */
final class SeriesQuery {
    private static final String OF_FIRST_RUNS = """
            select model, station, name, day, count(*) filter (where verdict = 'fail'), count(*)
            from (
                select model, station, ${name} as name, day, verdict,
                    ${place}
                from ${log}${filter}
                    and ${judged}
                    and name_key(model) in (select r.name_key from rule_yield_model r)
            ) r
            where place = 1
            group by model, station, name, day
            """;

    private final Session session;
    private final RowFilter filter;

    /** @param filter conditions that both logs understand, at least one */
    SeriesQuery(Session session, RowFilter filter) {
        this.session = session;
        this.filter = filter;
    }

    List<FailureSeries> of(SeriesKind kind) {
        Map<Subject, List<Sample>> series = new TreeMap<>();
        (switch (kind) {
                    case STATION -> stations();
                    case FIXTURE -> fixtures();
                    case ERROR_CODE -> errorCodes();
                })
                .forEach(units -> series.computeIfAbsent(units.subject(kind), subject -> new ArrayList<>())
                        .add(new Sample(units.day, units.failed, units.judged)));
        return series.entrySet().stream()
                .map(entry -> new FailureSeries(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Units> stations() {
        return units("workstation_master_log", "in_scope", "''");
    }

    private List<Units> fixtures() {
        return ofTestBoards("coalesce(fixture, '')");
    }

    /** The failed units with each code, of all units that day: also on days without the code. */
    private List<Units> errorCodes() {
        List<Units> all = ofTestBoards("case when verdict = 'fail' then coalesce(error_code, '') end");
        Map<List<String>, Map<LocalDate, Long>> judged = new HashMap<>();
        Map<List<String>, Map<LocalDate, Long>> failed = new HashMap<>();
        for (Units units : all) {
            judged.computeIfAbsent(units.place(), place -> new HashMap<>()).merge(units.day, units.judged, Long::sum);
            if (units.name != null) {
                failed.computeIfAbsent(List.of(units.model, units.station, units.name), code -> new HashMap<>())
                        .put(units.day, units.failed);
            }
        }
        List<Units> ofCodes = new ArrayList<>();
        failed.forEach((code, byDay) -> judged.getOrDefault(code.subList(0, 2), Map.of())
                .forEach((day, number) -> ofCodes.add(
                        new Units(code.get(0), code.get(1), code.get(2), day, byDay.getOrDefault(day, 0L), number))));
        return ofCodes;
    }

    private List<Units> ofTestBoards(String name) {
        return units("testboard_master_log", "excluded is not true", name);
    }

    private List<Units> units(String log, String scope, String name) {
        String sql = OF_FIRST_RUNS
                .replace("${name}", name)
                .replace("${place}", RunOrder.PLACE)
                .replace("${judged}", JudgedRuns.CONDITION)
                .replace("${log}", log)
                .replace("${filter}", filter.where() + " and " + scope);
        return session.query(
                sql,
                row -> new Units(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        row.getLong(6)),
                filter.parameters());
    }

    /** The units of a day. */
    private record Units(
            String model, String station, @Nullable String name, LocalDate day, long failed, long judged) {
        Subject subject(SeriesKind kind) {
            return new Subject(kind, model, station, name == null ? "" : name);
        }

        List<String> place() {
            return List.of(model, station);
        }
    }
}
