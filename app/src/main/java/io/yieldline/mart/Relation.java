package io.yieldline.mart;

import io.yieldline.warehouse.FileColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row source: a table with conditions, or the sums of its counts by some keys. Column names come from the table,
 * never from the request.
 *
 * @param from the FROM clause
 * @param first column of the first day or week of a row
 * @param last column of the last day or week of a row; the same column if a row has only one
 * @param filter the conditions, which stand in {@code from} already
 */
public record Relation(
        String from, List<String> columns, Optional<String> first, Optional<String> last, RowFilter filter) {
    private static final int MAX_SORT_COLUMNS = 8;

    static Relation rows(String table, RowFilter filter, List<String> columns, Optional<String> period) {
        return new Relation(table + filter.where(), columns, period, period, filter);
    }

    /** One row per combination of these keys, with the first and last day or week of the sum. */
    static Relation sums(
            String table, RowFilter filter, List<String> keys, List<String> counts, Optional<String> period) {
        Optional<String> folded = period.filter(column -> !keys.contains(column));
        List<String> items = new ArrayList<>(keys.stream().map(Relation::quoted).toList());
        folded.ifPresent(column -> items.addAll(List.of(
                "min(" + quoted(column) + ") as " + quoted("first_" + column),
                "max(" + quoted(column) + ") as " + quoted("last_" + column))));
        counts.forEach(count -> items.add("cast(sum(" + quoted(count) + ") as bigint) as " + quoted(count)));
        return new Relation(
                "(select " + String.join(", ", items) + " from " + table + filter.where() + " group by "
                        + keys.stream().map(Relation::quoted).collect(Collectors.joining(", ")) + ") sums",
                Stream.of(
                                keys.stream(),
                                folded.stream().flatMap(column -> Stream.of("first_" + column, "last_" + column)),
                                counts.stream())
                        .flatMap(names -> names)
                        .toList(),
                folded.map("first_"::concat).or(() -> period),
                folded.map("last_"::concat).or(() -> period),
                filter);
    }

    /** The rows, in an order that is the same each time; {@code part} is a LIMIT as SQL, or nothing. */
    public Table table(Session session, String part) {
        return session.table(select(part), filter.parameters());
    }

    /** Gives the same rows to a taker one by one, in a snapshot of the database, without holding all of them. */
    public void stream(Session session, String part, Consumer<List<@Nullable Object>> taker) {
        session.stream(select(part), taker, filter.parameters());
    }

    /** The columns with their types, for a file. */
    public List<FileColumn> fileColumns(Session session) {
        return FileColumn.of(session, select(" limit 0"), filter.parameters());
    }

    /** The number of rows, and their first and last day. */
    public Extent extent(Session session) {
        return session.first(
                        "select count(*), " + bound("min", first) + ", " + bound("max", last) + " from " + from,
                        row -> new Extent(row.getLong(1), row.getString(2), row.getString(3)),
                        filter.parameters())
                .orElseThrow();
    }

    private String select(String part) {
        String order = columns.stream()
                .limit(MAX_SORT_COLUMNS)
                .map(column -> quoted(column) + " nulls last")
                .collect(Collectors.joining(", "));
        return "select * from " + from + " order by " + order + part;
    }

    static String quoted(String column) {
        return "\"" + column + "\"";
    }

    private static String bound(String function, Optional<String> column) {
        return column.map(name -> function + "(" + quoted(name) + ")").orElse("null");
    }

    /**
     * How many rows there are and from when to when.
     *
     * @param first the first day or week; null for none
     * @param last the last day or week; null for none
     */
    public record Extent(
            long rows, @Nullable String first, @Nullable String last) {}
}
