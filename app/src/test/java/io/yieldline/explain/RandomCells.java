package io.yieldline.explain;

import io.yieldline.mart.Mart;
import io.yieldline.operation.CsvTable;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of a mart, drawn at random, each with its keys as somebody asks for them and with what it counts. */
final class RandomCells {
    private final Mart mart;
    private final Table rows;
    private final Random random;

    RandomCells(Warehouse warehouse, Mart mart, long seed) {
        this.mart = mart;
        this.rows = warehouse.read(session -> session.table("select * from " + mart.name() + " order by "
                + mart.key().stream().map(key -> key + " nulls last").collect(Collectors.joining(", "))));
        this.random = new Random(seed);
    }

    /** All keys of a row. */
    Map<String, String> whole() {
        return keys(rows.rows().get(random.nextInt(rows.rows().size())), 1);
    }

    /** Some keys of a row. */
    Map<String, String> part() {
        return keys(rows.rows().get(random.nextInt(rows.rows().size())), 0.6);
    }

    /** What the mart counts in all rows with these keys. */
    long sum(String count, Map<String, String> keys) {
        int place = rows.columns().indexOf(count);
        return rows.rows().stream()
                .filter(row -> keys.entrySet().stream()
                        .allMatch(key -> value(row, key.getKey()).equals(key.getValue())))
                .mapToLong(row -> ((Number) Objects.requireNonNull(row.get(place))).longValue())
                .sum();
    }

    private Map<String, String> keys(List<@Nullable Object> row, double share) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String key : mart.key()) {
            if (random.nextDouble() < share) {
                keys.put(key, value(row, key));
            }
        }
        return keys;
    }

    private String value(List<@Nullable Object> row, String column) {
        return CsvTable.text(row.get(rows.columns().indexOf(column)));
    }
}
