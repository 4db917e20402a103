package io.yieldline.insight;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a yield changed.
 *
 * @param before the period before
 * @param after the period after
 * @param scope only records with these values; an empty text stands for blank
 * @param by by what the records of a station are grouped
 */
public record ChangeQuestion(Period before, Period after, Map<Dimension, String> scope, List<Dimension> by) {
    /** The groups of each station when nothing else is asked for. */
    public static final List<Dimension> DEFAULT_BY = List.of(Dimension.MODEL, Dimension.PART_NUMBER);

    /** Copies that nobody changes; refuses fixtures together with flows, which no log has both. */
    public ChangeQuestion {
        scope = Map.copyOf(scope);
        by = List.copyOf(by);
        if (ofTestBoards(scope, by) && (by.contains(Dimension.FLOW) || scope.containsKey(Dimension.FLOW))) {
            throw new UserError(
                    ExitCode.USAGE,
                    "fixtures are in the test-board log, flows in the workstation log: ask for one of them");
        }
    }

    /** Only the test-board log has fixtures; it has no flows, so all of its records are in scope. */
    private static boolean ofTestBoards(Map<Dimension, String> scope, List<Dimension> by) {
        return by.contains(Dimension.FIXTURE) || scope.containsKey(Dimension.FIXTURE);
    }

    private boolean ofTestBoards() {
        return ofTestBoards(scope, by);
    }

    private String log() {
        return ofTestBoards() ? "testboard_master_log" : "workstation_master_log";
    }

    /** The judged records in production scope of the models with yields: first the station, then what they are grouped by. */
    List<Split.Group> groups(Session session) {
        List<Dimension> keys = new ArrayList<>(List.of(Dimension.STATION));
        keys.addAll(by);
        String columns = keys.stream().map(Dimension::select).collect(Collectors.joining(", "));
        String numbers =
                keys.stream().map(key -> String.valueOf(keys.indexOf(key) + 1)).collect(Collectors.joining(", "));
        RowFilter filter = new RowFilter();
        scope.forEach((dimension, value) -> filter.oneOf(dimension.column(), List.of(value)));
        return session.query(
                "select " + columns + ", " + count(before, " and verdict = 'pass'") + ", " + count(before, "") + ", "
                        + count(after, " and verdict = 'pass'") + ", " + count(after, "") + " from "
                        + log() + conditions(filter) + " group by " + numbers + " order by " + numbers,
                row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= keys.size(); i++) {
                        values.add(row.getString(i));
                    }
                    int next = keys.size() + 1;
                    return new Split.Group(
                            values,
                            new Judged(row.getLong(next), row.getLong(next + 1)),
                            new Judged(row.getLong(next + 2), row.getLong(next + 3)));
                },
                filter.parameters());
    }

    /** The stations of repair, debug and scrap with records of both periods; none if only one station is asked for. */
    Set<String> repairStations(Session session) {
        if (scope.containsKey(Dimension.STATION)) {
            return Set.of();
        }
        return Set.copyOf(session.query(
                "select distinct " + Dimension.STATION.select() + " from " + log() + conditions(new RowFilter())
                        + " and " + JudgedRuns.AT_REPAIR,
                row -> row.getString(1)));
    }

    private String conditions(RowFilter filter) {
        String more = filter.where();
        return (more.isEmpty() ? " where " : more + " and ")
                + (ofTestBoards() ? "excluded is not true and " : "in_scope and ")
                + "verdict in ('pass', 'fail') and name_key(model) in (select r.name_key from rule_yield_model r)"
                + " and " + before.through(after).sql() + " and ((" + before.sql() + ") or (" + after.sql() + "))";
    }

    private static String count(Period period, String more) {
        return "count(*) filter (where " + period.sql() + more + ")";
    }
}
