package io.yieldline.scale;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.yieldline.store.Division;
import io.yieldline.store.Piece;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads tables from the pieces of a store, and writes new pieces, whose rows are counted and summed as they can be read back. */
final class Pieces {
    private static final String PERIOD = "piece_period";
    private static final int MONTH = "2025-04".length();
    private static final int YEAR = "2025".length();

    private final SparkSession spark;
    private final StoreFolder store;
    private int written;

    Pieces(SparkSession spark, StoreFolder store) {
        this.spark = spark;
        this.store = store;
    }

    /** The rows of those pieces of a table whose period is wanted; a table that is not there has none. */
    Dataset<Row> read(@Nullable StoredTable table, List<BulkColumn> columns, Predicate<String> wanted) {
        List<String> files = table == null
                ? List.of()
                : table.pieces().stream()
                        .filter(piece -> wanted.test(piece.span()))
                        .map(piece -> store.file(piece).toString())
                        .toList();
        return files.isEmpty()
                ? spark.createDataFrame(List.of(), SparkColumns.schema(columns))
                : spark.read().schema(SparkColumns.schema(columns)).parquet(files.toArray(String[]::new));
    }

    /** The period of a row, as its division has it. */
    static Column period(Division division) {
        int length = division.level().equals("month") ? MONTH : YEAR;
        String day = "substr(cast(" + division.column() + " as string), 1, " + length + ")";
        return coalesce(expr(day), lit(Piece.NO_PERIOD));
    }

    /**
     * A table with new pieces in place of those of the same periods.
     *
     * @param before the table so far; null if there is none
     * @param rows all rows of the periods, each with its period
     * @param periods the periods that are written anew, also those that have no row any more; null for all
     */
    StoredTable write(
            @Nullable StoredTable before,
            Layout layout,
            Dataset<Row> rows,
            Column period,
            @Nullable Set<String> periods)
            throws IOException {
        Map<String, Piece> pieces = new TreeMap<>();
        if (before != null && periods != null) {
            before.pieces().stream()
                    .filter(piece -> piece.rows() > 0 && !periods.contains(piece.span()))
                    .forEach(piece -> pieces.put(piece.period(), piece));
        }
        // A table may be written more than once in a run.
        Path folder = store.writing(layout.table() + "_" + ++written);
        Dataset<Row> typed = SparkColumns.select(rows, layout.columns());
        typed.withColumn(PERIOD, period)
                .repartition(col(PERIOD))
                .sortWithinPartitions(layout.order(PERIOD))
                .write()
                .partitionBy(PERIOD)
                .parquet(folder.toString());
        written(folder, layout, before).forEach(piece -> pieces.put(piece.period(), piece));
        if (pieces.isEmpty()) {
            pieces.put("", empty(layout));
        }
        return new StoredTable(layout.table(), layout.level(), layout.columns(), List.copyOf(pieces.values()));
    }

    private List<Piece> written(Path folder, Layout layout, @Nullable StoredTable before) throws IOException {
        List<Path> files = store.parquet(folder);
        if (files.isEmpty()) {
            return List.of();
        }
        Map<String, TableSum> sums = sums(folder, layout);
        List<Piece> pieces = new ArrayList<>();
        List<String> hashes = hashes(files);
        for (int i = 0; i < files.size(); i++) {
            String name = String.valueOf(files.get(i).getParent().getName());
            String period = name.substring(PERIOD.length() + 1);
            pieces.add(piece(files.get(i), period, sums.get(period), hashes.get(i), before));
        }
        return pieces;
    }

    /** A piece with the same rows as the one before stays that one. */
    private Piece piece(Path file, String period, @Nullable TableSum sum, String hash, @Nullable StoredTable before)
            throws IOException {
        if (sum == null) {
            throw new IllegalStateException(file + " has no rows that can be read back");
        }
        if (before != null) {
            for (Piece known : before.pieces()) {
                if (known.period().equals(period) && known.sum().equals(sum)) {
                    return known;
                }
            }
        }
        Piece piece = new Piece(period, sum.rows(), sum.checksum(), store.bytes(file), hash);
        store.add(file, piece);
        return piece;
    }

    private Piece empty(Layout layout) throws IOException {
        Path folder = store.writing(layout.table() + "_empty");
        spark.createDataFrame(List.of(), SparkColumns.schema(layout.columns()))
                .coalesce(1)
                .write()
                .parquet(folder.toString());
        Path file = store.parquet(folder).get(0);
        Piece piece = new Piece(
                layout.level().isEmpty() ? "" : Piece.NO_PERIOD,
                0,
                "0",
                store.bytes(file),
                hashes(List.of(file)).get(0));
        store.add(file, piece);
        return piece;
    }

    private Map<String, TableSum> sums(Path folder, Layout layout) {
        Column sum = expr("sum(cast(conv(substr(" + hash(layout.columns()) + ", 1, 15), 16, 10) as decimal(38,0)))");
        Map<String, TableSum> sums = new HashMap<>();
        spark.read()
                .schema(SparkColumns.schema(layout.columns()).add(PERIOD, "string"))
                .parquet(folder.toString())
                .groupBy(col(PERIOD))
                .agg(count(lit(1)), sum)
                .collectAsList()
                .forEach(row -> sums.put(
                        row.getString(0),
                        new TableSum(row.getLong(1), row.getDecimal(2).toPlainString())));
        return sums;
    }

    /** The hash of a row of which {@link TableSum} is the sum: the texts of all columns, where a blank is not an empty text. */
    private static String hash(List<BulkColumn> columns) {
        return columns.stream()
                .sorted(Comparator.comparing(BulkColumn::name))
                .map(column ->
                        "if(" + column.name() + " is null, '-', '='), coalesce(" + SparkColumns.text(column) + ", '')")
                .collect(Collectors.joining(", chr(31), ", "md5(concat(", "))"));
    }

    private List<String> hashes(List<Path> files) {
        return FileHash.of(spark, files.stream().map(Path::toString).toList());
    }

    /**
     * How a table is written.
     *
     * @param level what a piece holds
     * @param key the columns by which the rows of a piece are in order; the rest follows
     */
    record Layout(String table, String level, List<BulkColumn> columns, List<String> key) {
        List<String> names() {
            return columns.stream().map(BulkColumn::name).toList();
        }

        Column[] order(String first) {
            List<String> order = new ArrayList<>(List.of(first));
            order.addAll(key);
            names().stream().filter(name -> !key.contains(name)).forEach(order::add);
            return order.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
        }
    }
}
