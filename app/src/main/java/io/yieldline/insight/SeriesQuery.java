package io.yieldline.insight;

import io.yieldline.control.Sample;
import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks for series. A unit (serial number and model) counts at a station on the day of its first judged run within the days of the filter.
 * Only models with yields count, and not the stations that the complete rolled yield leaves out: repair, debug, scrap.
 */
final class SeriesQuery {
    /**
     * The order of the runs of a unit is the costly part: what is true of whole stations and models is asked of the few groups after it.
     * Most fixtures have too few failed units to be searched: their days are summed up, for the error codes, which need all units.
     */
    private static final String OF_FIRST_RUNS = """
            with units as (
                select model, station, fixture, code, day, count(*) as units
                from (
                    select model, station, ${fixture} as fixture, case when verdict = 'fail' then ${code} end as code, day,
                        ${place}
                    from ${log}${filter}
                        and verdict in ('pass', 'fail')
                ) r
                where place = 1
                group by model, station, fixture, code, day
            ), known as (
                select u.*,
                    sum(case when code is null then units else 0 end) over f as passed,
                    sum(case when code is null then 0 else units end) over f as failed,
                    row_number() over (partition by model, station, fixture order by day, code) as number
                from units u
                where not ${at_repair}
                    and name_key(model) in (select r.name_key from rule_yield_model r)
                window f as (partition by model, station, fixture)
            )
            select model, station, named, code, day, sum(units)
            from (
                select *, case when fixture = '' or number = 1 or least(passed, failed) >= ${least} then fixture end as named
                from known
            ) n
            group by model, station, named, code, day
            """;

    private final Session session;
    private final RowFilter filter;

    /** @param filter conditions that both logs understand, at least one */
    SeriesQuery(Session session, RowFilter filter) {
        this.session = session;
        this.filter = filter;
    }

    /** All series of these kinds; those of fixtures and error codes from one pass over their log. */
    List<FailureSeries> of(Set<SeriesKind> kinds) {
        boolean fixtures = kinds.contains(SeriesKind.FIXTURE);
        boolean codes = kinds.contains(SeriesKind.ERROR_CODE);
        List<FailureSeries> series = new ArrayList<>();
        if (kinds.contains(SeriesKind.STATION)) {
            series.addAll(series(SeriesKind.STATION, units("workstation_master_log", "in_scope", "''", "''")));
        }
        if (fixtures || codes) {
            List<Units> all = units(
                    "testboard_master_log",
                    "excluded is not true",
                    fixtures ? "coalesce(fixture, '')" : "''",
                    codes ? "coalesce(error_code, '')" : "''");
            series.addAll(fixtures ? series(SeriesKind.FIXTURE, all) : List.of());
            series.addAll(codes ? ofCodes(all) : List.of());
        }
        return series;
    }

    private static List<FailureSeries> series(SeriesKind kind, List<Units> all) {
        Map<Subject, Map<LocalDate, Counts>> series = new HashMap<>();
        for (Units units : all) {
            if (units.fixture != null) {
                days(series, new Subject(kind, units.model, units.station, units.fixture))
                        .computeIfAbsent(units.day, day -> new Counts())
                        .add(units);
            }
        }
        return series(series);
    }

    /** The failed units with each code, of all units that day: also on days without the code. */
    private static List<FailureSeries> ofCodes(List<Units> all) {
        Map<List<String>, Map<LocalDate, Counts>> places = new HashMap<>();
        Map<Subject, Map<LocalDate, Counts>> codes = new HashMap<>();
        for (Units units : all) {
            days(places, List.of(units.model, units.station))
                    .computeIfAbsent(units.day, day -> new Counts())
                    .add(units);
            if (units.code != null) {
                days(codes, new Subject(SeriesKind.ERROR_CODE, units.model, units.station, units.code))
                        .computeIfAbsent(units.day, day -> new Counts())
                        .add(units);
            }
        }
        codes.forEach((code, days) -> days(places, List.of(code.model(), code.station()))
                .forEach((day, counts) -> days.computeIfAbsent(day, none -> new Counts()).judged = counts.judged));
        return series(codes);
    }

    private static <K> Map<LocalDate, Counts> days(Map<K, Map<LocalDate, Counts>> of, K key) {
        return of.computeIfAbsent(key, none -> new TreeMap<>());
    }

    private static List<FailureSeries> series(Map<Subject, Map<LocalDate, Counts>> series) {
        return new TreeMap<>(series)
                .entrySet().stream()
                        .map(entry -> new FailureSeries(
                                entry.getKey(),
                                entry.getValue().entrySet().stream()
                                        .map(day ->
                                                new Sample(day.getKey(), day.getValue().failed, day.getValue().judged))
                                        .toList()))
                        .toList();
    }

    private List<Units> units(String log, String scope, String fixture, String code) {
        String sql = OF_FIRST_RUNS
                .replace("${fixture}", fixture)
                .replace("${code}", code)
                .replace("${place}", RunOrder.PLACE)
                .replace("${at_repair}", JudgedRuns.AT_REPAIR)
                .replace("${least}", String.valueOf(FailureSeries.LEAST_FAILED))
                .replace("${log}", log)
                .replace("${filter}", filter.where() + " and " + scope);
        return session.query(
                sql,
                row -> new Units(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getLong(6)),
                filter.parameters());
    }

    /**
     * Units of a day that are alike.
     *
     * @param fixture null for those of several fixtures that say too little, each of which has one row for itself, so that it counts
     * @param code what failed; null for passed units
     */
    private record Units(
            String model,
            String station,
            String fixture,
            @Nullable String code,
            LocalDate day,
            long number) {}

    /** The units of a subject on a day. */
    private static final class Counts {
        private long failed;
        private long judged;

        void add(Units units) {
            judged += units.number;
            failed += units.code == null ? 0 : units.number;
        }
    }
}
