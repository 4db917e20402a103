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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a mart, drawn at random, each with its keys as somebody asks for them and with what it counts. */
final class RandomCells {
    private final Mart mart;
    private final Table rows;
    private final List<Map<String, String>> texts;
    private final Random random;

    RandomCells(Warehouse warehouse, Mart mart, long seed) {
        this.mart = mart;
        this.rows = warehouse.read(session -> session.table("select * from " + mart.name() + " order by "
                + mart.key().stream().map(key -> key + " nulls last").collect(Collectors.joining(", "))));
        this.texts = rows.rows().stream().map(this::keys).toList();
        this.random = new Random(seed);
    }

    /** All keys of a row. */
    Map<String, String> whole() {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Some keys of a row. */
    Map<String, String> part() {
        Map<String, String> part = new LinkedHashMap<>(whole());
        part.keySet().removeIf(key -> random.nextDouble() >= 0.6);
        return part;
    }

    /** What the mart counts in all rows with these keys. */
    long sum(String count, Map<String, String> keys) {
        int place = rows.columns().indexOf(count);
        return IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).entrySet().containsAll(keys.entrySet()))
                .mapToLong(
                        i -> ((Number) Objects.requireNonNull(rows.rows().get(i).get(place))).longValue())
                .sum();
    }

    private Map<String, String> keys(List<@Nullable Object> row) {
        Map<String, String> keys = new LinkedHashMap<>();
        mart.key()
                .forEach(key ->
                        keys.put(key, CsvTable.text(row.get(rows.columns().indexOf(key)))));
        return keys;
    }
}
