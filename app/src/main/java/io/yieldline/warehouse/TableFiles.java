package io.yieldline.warehouse;

import io.yieldline.feed.ColumnType;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables as Parquet files, which every version of DuckDB and many other programs can read. DuckDB reads and writes them itself;
 * PostgreSQL uses an empty in-memory DuckDB for conversion.
 */
public final class TableFiles {
    private static final int CHUNK = 20_000;

    /** The PostgreSQL driver caches columns by statement text, so each cursor has a unique name. */
    private static final AtomicLong CURSORS = new AtomicLong();

    private TableFiles() {}

    /** Writes a table to a file within a session; a PostgreSQL session must be in a transaction. */
    public static void write(Session session, String table, List<BulkColumn> columns, Path file) {
        if (session.engine() == Engine.DUCKDB) {
            copy(session, "select " + names(columns) + " from " + table, file);
            return;
        }
        String cursor = "rows_" + CURSORS.incrementAndGet();
        session.execute("declare " + cursor + " no scroll cursor for select " + names(columns) + " from " + table);
        try (Warehouse between = scratch(file)) {
            between.migrate(scratch -> {
                scratch.execute("create temp table rows_to_file (" + definitions(columns) + ")");
                fetchAll(session, cursor, columns, between, scratch);
                copy(scratch, "select * from rows_to_file", file);
            });
        }
        session.execute("close " + cursor);
    }

    /** Writes rows to a file in their order, as they come; the same rows give the same bytes. */
    public static void write(List<FileColumn> columns, Consumer<Consumer<List<@Nullable Object>>> rows, Path file) {
        try (Warehouse between = scratch(file)) {
            between.migrate(scratch -> {
                scratch.execute("set preserve_insertion_order = true");
                scratch.execute("create temp table rows_to_file ("
                        + columns.stream().map(FileColumn::definition).collect(Collectors.joining(", ")) + ")");
                try (BulkLoad load = between.bulkLoad(scratch, "rows_to_file", List.of())) {
                    rows.accept(row -> load.add(FileColumn.values(columns, row)));
                    load.finish();
                }
                copy(scratch, "select * from rows_to_file", file);
            });
        }
    }

    /** Adds the rows of a file to a table, within a write session of this warehouse. */
    public static void read(Warehouse warehouse, Session session, Path file, String table, List<BulkColumn> columns) {
        if (session.engine() == Engine.DUCKDB) {
            session.execute("insert into " + table + " (" + names(columns) + ") select " + names(columns) + " from "
                    + source(file));
            return;
        }
        try (Warehouse between = scratch(file);
                BulkLoad load = warehouse.bulkLoad(session, table, columns)) {
            between.read(scratch -> {
                long rows = scratch.number("select count(*) from " + source(file));
                for (long first = 0; first < rows; first += CHUNK) {
                    chunk(scratch, file, columns, first).forEach(load::add);
                }
                return rows;
            });
            load.finish();
        }
    }

    /** Reads files with a separate DuckDB instance. */
    public static <T> T inspect(Path directory, Function<Session, T> work) {
        try (Warehouse between = scratch(directory.resolve("any"))) {
            return between.read(work);
        }
    }

    /** The FROM clause for the rows of a file, in DuckDB. */
    public static String source(Path file) {
        return "read_parquet(" + quoted(file) + ")";
    }

    /** The FROM clause for the rows of several files with the same columns, in DuckDB. */
    public static String source(List<Path> files) {
        return "read_parquet([" + files.stream().map(TableFiles::quoted).collect(Collectors.joining(", ")) + "])";
    }

    private static void fetchAll(
            Session session, String cursor, List<BulkColumn> columns, Warehouse between, Session scratch) {
        try (BulkLoad load = between.bulkLoad(scratch, "rows_to_file", columns)) {
            long fetched = CHUNK;
            while (fetched == CHUNK) {
                List<@Nullable Object[]> rows =
                        session.query("fetch " + CHUNK + " from " + cursor, row -> values(row, columns));
                rows.forEach(load::add);
                fetched = rows.size();
            }
            load.finish();
        }
    }

    private static List<@Nullable Object[]> chunk(Session scratch, Path file, List<BulkColumn> columns, long first) {
        return scratch.query(
                "select " + names(columns) + " from read_parquet(" + quoted(file)
                        + ", file_row_number = true) where file_row_number between " + first + " and "
                        + (first + CHUNK - 1),
                row -> values(row, columns));
    }

    private static @Nullable Object[] values(ResultSet row, List<BulkColumn> columns) throws SQLException {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i + 1, columns.get(i).type());
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, ColumnType type) throws SQLException {
        return switch (type) {
            case TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            case DATE -> row.getObject(column, LocalDate.class);
            case UUID -> hash(row.getObject(column));
            default -> row.getObject(column);
        };
    }

    /** A file that Spark wrote has hashes as texts. */
    private static @Nullable Object hash(@Nullable Object value) {
        return value instanceof String text ? UUID.fromString(text) : value;
    }

    /** In memory, without the tables of a plant, whose migrations would take most of the time; spills to a folder next to the file. */
    private static Warehouse scratch(Path file) {
        Warehouse scratch = new DuckDbWarehouse(Path.of(DuckDbWarehouse.IN_MEMORY), DuckDbLimits.DEFAULT);
        scratch.read(session -> session.execute(
                "set temp_directory = " + quoted(file.toAbsolutePath().resolveSibling(file.getFileName() + ".spill"))));
        return scratch;
    }

    /** Columns of more different values, such as times, take a third longer and no less space with a dictionary of them. */
    private static void copy(Session session, String select, Path file) {
        session.execute("copy (" + select + ") to " + quoted(file)
                + " (format parquet, compression zstd, dictionary_size_limit 4000)");
    }

    private static String quoted(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    private static String names(List<BulkColumn> columns) {
        return columns.stream().map(BulkColumn::name).collect(Collectors.joining(", "));
    }

    private static String definitions(List<BulkColumn> columns) {
        return columns.stream().map(BulkColumn::definition).collect(Collectors.joining(", "));
    }
}
