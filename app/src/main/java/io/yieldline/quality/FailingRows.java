package io.yieldline.quality;

import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows from the SELECT of a check: sorted, limited, with the file name of their export. */
final class FailingRows {
    /** Maximum number of listed rows. */
    static final int LISTED = 1000;

    private static final Set<Class<?>> SORTED_ALIKE =
            Set.of(String.class, Long.class, BigDecimal.class, Boolean.class, LocalDate.class, LocalDateTime.class);

    private FailingRows() {}

    static Table of(Session session, Bound select) {
        return of(session, "", select);
    }

    /**
     * The same with something before the SELECT.
     *
     * @param with what limits its tables; empty for nothing
     */
    static Table of(Session session, String with, Bound select) {
        String rows = with + "select * from " + select.subquery();
        Table first = session.table(rows + " limit " + (LISTED + 1), select.values());
        return first.rows().size() <= LISTED && comparable(first)
                ? merged(List.of(first))
                : session.table(rows + " order by " + order(first.columns()) + " limit " + LISTED, select.values());
    }

    private static String order(List<String> columns) {
        return IntStream.rangeClosed(1, columns.size())
                .mapToObj(column -> column + " nulls last")
                .collect(Collectors.joining(", "));
    }

    /** Whether its rows can be sorted here as the engines sort them. */
    private static boolean comparable(Table table) {
        return table.rows().stream()
                .flatMap(List::stream)
                .allMatch(value -> value == null || SORTED_ALIKE.contains(value.getClass()));
    }

    /** The first rows of several tables that are sorted by all of their columns. */
    static Table merged(List<Table> tables) {
        return new Table(tables.get(0).columns(), sorted(tables).limit(LISTED).toList());
    }

    /** All rows of such tables, each once. */
    static Table distinct(List<Table> tables) {
        return new Table(tables.get(0).columns(), sorted(tables).distinct().toList());
    }

    private static Stream<List<@Nullable Object>> sorted(List<Table> tables) {
        return Together.inOrder(tables).rows().stream().sorted(FailingRows::compare);
    }

    /** Text by its bytes in UTF-8, as the engines sort. */
    static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** As the engines sort: blanks last, text by its bytes. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        if (one instanceof String text) {
            return compare(text, String.valueOf(other));
        }
        return one instanceof Comparable comparable && one.getClass() == other.getClass()
                ? comparable.compareTo(other)
                : 0;
    }

    /** The rows with the file name of their export at the end. */
    static Table withFiles(Session session, Table rows) {
        if (!rows.columns().contains("export_id") || rows.rows().isEmpty()) {
            return rows;
        }
        Map<Long, String> files = new TreeMap<>();
        session.query("select id, file_name from export", row -> files.put(row.getLong(1), row.getString(2)));
        List<String> columns = new ArrayList<>(rows.columns());
        columns.add("file");
        return new Table(columns, rows.named().map(row -> withFile(row, files)).toList());
    }

    private static List<@Nullable Object> withFile(Table.Row row, Map<Long, String> files) {
        List<@Nullable Object> cells = new ArrayList<>(row.values());
        cells.add(row.value("export_id") instanceof Long id ? files.get(id) : null);
        return cells;
    }
}
