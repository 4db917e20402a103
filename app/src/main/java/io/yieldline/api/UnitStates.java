package io.yieldline.api;

import io.yieldline.feed.Derived;
import io.yieldline.feed.Feed;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** State of many units: passed, failed where and why, pending, shipped, or never seen. */
final class UnitStates {
    private static final List<String> COLUMNS = List.of(
            "serial_number", "state", "feed", "station", "ended_at", "error_code", "reason", "packed_at", "seen_at");

    private final Context context;
    private final String sql = ResourceFolder.text(UnitStates.class, "unit_states.sql");

    UnitStates(Context context) {
        this.context = context;
    }

    /** The states in the order of the list; from the records of these stations only, if any are given. */
    Table of(List<String> serials, List<String> stations) {
        String events =
                context.feeds().all().stream().map(UnitStates::events).collect(Collectors.joining("\nunion all\n"));
        String wanted = stations.isEmpty() ? null : String.join("|", stations);
        Table found = context.warehouse()
                .read(session ->
                        session.table(sql.replace("${events}", events), String.join(",", serials), wanted, wanted));
        Map<Object, List<@Nullable Object>> bySerial = new LinkedHashMap<>();
        found.rows().forEach(row -> bySerial.put(String.valueOf(row.get(0)), row));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        serials.forEach(serial -> rows.add(bySerial.getOrDefault(serial, List.of())));
        return new Table(COLUMNS, rows);
    }

    /** The number of units in each state. */
    static Map<String, Long> counts(Table states) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List.of("passed", "failed", "pending", "shipped", "never_seen").forEach(state -> counts.put(state, 0L));
        states.rows().forEach(row -> counts.merge(String.valueOf(row.get(1)), 1L, Long::sum));
        return counts;
    }

    /** The records of a feed, in the columns common to all feeds. */
    private static String events(Feed feed) {
        boolean judged = feed.derivedColumns().contains(Derived.VERDICT);
        boolean coded = feed.derivedColumns().contains(Derived.ERROR_CODE);
        String reason = List.of("failure_reasons", "station_reason").stream()
                .filter(column -> feed.column(column).isPresent())
                .findFirst()
                .orElse(null);
        return "    select serial_number, '" + feed.name() + "' as feed, station, ended_at, started_utc, ended_utc, "
                + (judged ? "verdict" : "null") + " as verdict, "
                + (coded ? "error_code" : "null") + " as error_code, "
                + (reason == null ? "null" : reason) + " as reason\n    from " + feed.masterLog()
                + "\n    where serial_number in (select serial_number from asked)";
    }
}
