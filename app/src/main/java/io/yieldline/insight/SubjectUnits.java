package io.yieldline.insight;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The units of what a conclusion is about, each by its first judged run at a station within the days.
 *
 * @param period the days
 * @param ofTestBoards whether they are those of the test-board log
 * @param scope only units with this model, station or fixture of the first run
 * @param errorCode only failures with this code count as failed; null for all
 */
public record SubjectUnits(
        Period period,
        boolean ofTestBoards,
        Map<Dimension, String> scope,
        @Nullable String errorCode) {
    /** A copy that nobody changes. */
    public SubjectUnits {
        scope = Map.copyOf(scope);
    }

    /** Whether there is any, with the code or without it. */
    public boolean any(Session session) {
        SubjectUnits all = new SubjectUnits(period, ofTestBoards, scope, null);
        return session.number("select count(*) from " + all.firstRuns(), all.parameters(true)) > 0;
    }

    /** A row for each day with units: {@code day}, {@code units} and {@code failed}. */
    public Table byDay(Session session) {
        return session.table(
                "select day, count(*) as units, count(*) filter (where " + failure() + ") as failed from " + firstRuns()
                        + " group by day order by day",
                parameters(true));
    }

    /** The first day on which a unit failed, by the fixture of its first judged run; blank is empty. Only of the test-board log. */
    public Map<String, LocalDate> firstFailures(Session session) {
        Map<String, LocalDate> days = new HashMap<>();
        session.query(
                "select coalesce(fixture, ''), min(day) from " + firstRuns() + " and " + failure() + " group by 1",
                row -> days.put(row.getString(1), row.getObject(2, LocalDate.class)),
                parameters(false));
        return days;
    }

    /**
     * Units that are alike.
     *
     * @param values the values of the columns that were asked for; a blank is empty
     */
    record Alike(List<String> values, boolean failed, long number) {}

    /** All of them, counted by these columns of their first judged run. */
    List<Alike> alike(List<Dimension> columns, Session session) {
        String values = columns.stream().map(Dimension::select).collect(Collectors.joining(", "));
        String numbers = IntStream.rangeClosed(1, columns.size() + 1)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        return session.query(
                "select " + failure() + ", " + values + ", count(*) from " + firstRuns() + " group by " + numbers
                        + " order by " + numbers,
                row -> {
                    List<String> found = new ArrayList<>();
                    for (int i = 2; i <= columns.size() + 1; i++) {
                        found.add(row.getString(i));
                    }
                    return new Alike(found, row.getBoolean(1), row.getLong(columns.size() + 2));
                },
                parameters(true));
    }

    /** The numbers of failed and of all units, by these columns of their first judged run; a blank is empty. */
    public Map<List<String>, long[]> counts(List<Dimension> columns, Session session) {
        Map<List<String>, long[]> counts = new HashMap<>();
        for (Alike alike : alike(columns, session)) {
            long[] count = counts.computeIfAbsent(alike.values(), values -> new long[2]);
            count[0] += alike.failed() ? alike.number() : 0;
            count[1] += alike.number();
        }
        return counts;
    }

    /** A row for each failed unit, newest first, with the export and the row in it. */
    public Table failed(Session session, int most) {
        return session.table(
                "select r.day, r.serial_number, r.model, r.part_number, r.station, "
                        + (ofTestBoards ? "r.fixture, r.error_code" : "null as fixture, null as error_code")
                        + ", r.ended_at, r.export_id as export, e.file_name as file, r.row_number as \"row\" from "
                        + firstRuns().replace(") r where", ") r left join export e on e.id = r.export_id where")
                        + " and " + failure() + " order by r.ended_at desc, r.serial_number limit " + most,
                parameters(false));
    }

    private String firstRuns() {
        String log = ofTestBoards
                ? "testboard_master_log where excluded is not true"
                : "workstation_master_log where in_scope";
        String inside = Stream.of(Dimension.MODEL, Dimension.STATION)
                .filter(scope::containsKey)
                .map(dimension -> " and coalesce(" + dimension.column() + ", '') = ?")
                .collect(Collectors.joining());
        return "(select *, " + RunOrder.PLACE + " from " + log + " and " + JudgedRuns.CONDITION + " and "
                + period.sql() + inside + ") r where place = 1"
                + (scope.containsKey(Dimension.FIXTURE) ? " and coalesce(r.fixture, '') = ?" : "");
    }

    private String failure() {
        return "verdict = 'fail'" + (errorCode == null ? "" : " and coalesce(error_code, '') = ?");
    }

    /** In the order of the places: a code stands before the scope where it is counted, else after it. */
    private @Nullable Object[] parameters(boolean codeFirst) {
        List<@Nullable Object> values = new ArrayList<>();
        Stream.of(Dimension.MODEL, Dimension.STATION, Dimension.FIXTURE)
                .filter(scope::containsKey)
                .forEach(dimension -> values.add(scope.get(dimension)));
        if (errorCode != null) {
            values.add(codeFirst ? 0 : values.size(), errorCode);
        }
        return values.toArray();
    }
}
