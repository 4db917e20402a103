package io.yieldline.insight;

import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * On which days, or in which weeks, a station failed more units than the mix explains: its units of a day against those of the same
 * model and part number on the other days of the question, each by its first judged run, by the exact test of {@link Suspects}. False
 * discoveries are controlled at {@link Suspects#FALSE_SHARE} over all stations and days. Models with yields only.
 *
 * @param all everybody, named by station and day or week
 */
public record StationPeriods(List<Suspect> all) {
    /** Days or weeks. */
    public enum Grain {
        /** Plant days. */
        DAY,
        /** ISO weeks. */
        WEEK
    }

    private static final String FIRST_RUNS = """
            select coalesce(station, ''), coalesce(model, ''), coalesce(part_number, ''), cast(${grain} as varchar(10)),
                case when verdict = 'fail' then '${failed}' else '' end, count(*)
            from (
                select *, ${place} from workstation_master_log
                where in_scope and ${judged} and ${period}
                    and name_key(model) in (select y.name_key from rule_yield_model y)
            ) r
            """;

    /** Those of a period; scope: only units with these values. */
    public static StationPeriods of(Session session, Period period, Grain grain, Map<Dimension, String> scope) {
        RowFilter filter = new RowFilter();
        filter.add("place = ?", 1);
        scope.forEach((dimension, value) -> filter.oneOf(dimension.column(), List.of(value)));
        String sql = FIRST_RUNS
                .replace("${grain}", grain.name().toLowerCase(Locale.ROOT))
                .replace("${failed}", FirstRuns.FAILED)
                .replace("${place}", RunOrder.PLACE)
                .replace("${judged}", JudgedRuns.CONDITION)
                .replace("${period}", period.sql());
        return of(session.query(
                sql + filter.where() + " group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5",
                row -> new FirstRuns(
                        List.of(row.getString(1), row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                filter.parameters()));
    }

    static StationPeriods of(List<FirstRuns> runs) {
        Map<String, List<FirstRuns>> stations = new LinkedHashMap<>();
        runs.forEach(each -> stations.computeIfAbsent(each.stratum().get(0), key -> new ArrayList<>())
                .add(each));
        List<Suspect> all = new ArrayList<>();
        stations.forEach((station, its) -> new Strata(its).suspects(false).forEach(each -> all.add(each.at(station))));
        return new StationPeriods(Suspects.controlled(all).toList());
    }

    /** For programs: a row for each that is judged. */
    public Table table() {
        return Table.of(
                all.stream().filter(Suspect::judged).toList(),
                List.of(
                        new Field<>("station", each -> each.names().get(0)),
                        new Field<>("period", each -> each.names().get(1)),
                        new Field<>("units", Suspect::units),
                        new Field<>("failed", Suspect::failed),
                        new Field<>("expected", each -> SuspectTables.rounded(each.expected())),
                        new Field<>("p_value", Suspect::pValue),
                        new Field<>("suspect", Suspect::suspect)));
    }
}
