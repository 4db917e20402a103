package io.yieldline.scale;

import static org.apache.spark.sql.functions.lit;

import io.yieldline.mart.Mart;
import io.yieldline.store.Division;
import io.yieldline.store.Divisions;
import io.yieldline.store.Manifest;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.BulkColumn;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The large tables of a plant while a run replaces pieces of them. */
final class Tables {
    private static final List<String> RECORD_KEY = List.of("serial_number", "ended_at");

    private final Books books;
    private final Pieces pieces;
    private final Divisions divisions;
    private final Map<String, StoredTable> stored = new HashMap<>();

    /** The tables of an earlier snapshot; null for none. */
    Tables(Books books, Pieces pieces, @Nullable Manifest before) {
        this.books = books;
        this.pieces = pieces;
        this.divisions = new Divisions(books.marts());
        if (before != null) {
            before.tables().stream()
                    .filter(table -> divisions.of(table.table()).divided())
                    .forEach(table -> stored.put(table.table(), table));
        }
    }

    boolean has(String table) {
        return stored.containsKey(table);
    }

    /** The rows of the pieces with these periods. */
    Dataset<Row> read(String table, Predicate<String> periods) {
        return pieces.read(stored.get(table), books.columns(table), periods);
    }

    /** All rows. */
    Dataset<Row> read(String table) {
        return read(table, period -> true);
    }

    /** The division of a table. */
    Division division(String table) {
        return divisions.of(table);
    }

    /** Replaces periods by these rows; all of them for null. */
    void replace(String table, Dataset<Row> rows, @Nullable Set<String> periods) throws IOException {
        write(table, rows, Pieces.period(division(table)), periods, key(table));
    }

    /** Replaces the rows of exports that were loaded in a month. */
    void replaceLoaded(String table, Dataset<Row> rows, String month) throws IOException {
        write(table, rows, lit(month), Set.of(month), List.of("export_id", "row_number"));
    }

    private void write(
            String table,
            Dataset<Row> rows,
            org.apache.spark.sql.Column period,
            @Nullable Set<String> periods,
            List<String> key)
            throws IOException {
        Pieces.Layout layout = new Pieces.Layout(table, division(table).level(), books.columns(table), key);
        stored.put(table, pieces.write(stored.get(table), layout, rows, period, periods));
    }

    private List<String> key(String table) {
        return books.marts().table(table).map(Mart::key).orElse(RECORD_KEY);
    }

    /** Makes sure that a table is there, if without rows. */
    void complete(List<String> tables) throws IOException {
        for (String table : tables) {
            if (!has(table)) {
                Dataset<Row> none = read(table);
                write(table, none, lit(""), null, List.of());
            }
        }
    }

    /** All of them. */
    List<StoredTable> all() {
        return List.copyOf(stored.values());
    }

    /** The columns of a table. */
    List<BulkColumn> columns(String table) {
        return books.columns(table);
    }
}
