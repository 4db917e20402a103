package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of every table, at the last sample of each period. */
final class TablesMetric implements Metric {
    @Override
    public String name() {
        return "tables";
    }

    @Override
    public String definition() {
        return "rows of each table at the last sample of the period, and how many more than at the one before; records = rows of"
                + " the master logs";
    }

    @Override
    public History history(Session session, Periods periods) {
        Map<String, Map<String, Long>> samples = samples(session, periods);
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        samples.forEach((period, tables) -> byPeriod.put(period, Collections.singletonList(records(tables))));
        return new History(
                List.of("records"),
                byPeriod,
                new Table(List.of(periods.column(), "table", "rows", "change"), details(samples)));
    }

    /** Later samples of a period take the place of earlier ones. */
    private static Map<String, Map<String, Long>> samples(Session session, Periods periods) {
        Map<LocalDate, Map<String, Long>> byDay = new TreeMap<>();
        session.query(
                "select day, table_name, row_count from table_size where day between ? and ?",
                row -> byDay.computeIfAbsent(row.getObject(1, LocalDate.class), any -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3)),
                periods.from(),
                periods.to());
        Map<String, Map<String, Long>> samples = new LinkedHashMap<>();
        byDay.forEach((day, tables) -> samples.put(periods.of(day), tables));
        return samples;
    }

    private static long records(Map<String, Long> tables) {
        return tables.entrySet().stream()
                .filter(table -> table.getKey().endsWith("_master_log"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<List<@Nullable Object>> details(Map<String, Map<String, Long>> samples) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Map<String, Long> before = new TreeMap<>();
        samples.forEach((period, tables) -> {
            tables.forEach((table, count) -> {
                Long earlier = before.get(table);
                rows.add(Arrays.asList(period, table, count, earlier == null ? null : count - earlier));
            });
            before.putAll(tables);
        });
        return rows;
    }
}
