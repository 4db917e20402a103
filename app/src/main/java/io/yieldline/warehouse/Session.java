package io.yieldline.warehouse;

import io.yieldline.feed.ColumnType;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** SQL on one connection of the warehouse. Each statement is prepared again, because DuckDB closes a failed statement. */
public final class Session {
    /** The rows that a cursor gives at a time. */
    private static final int CHUNK = 10_000;

    /** The PostgreSQL driver caches columns by statement text, so each cursor has a name of its own. */
    private static final AtomicLong CURSORS = new AtomicLong();

    private final Warehouse warehouse;
    private final Engine engine;
    private final Connection connection;
    private final @Nullable Changes changes;

    Session(Warehouse warehouse, Connection connection) {
        this(warehouse, connection, null);
    }

    /** With a note of what its statements change. */
    Session(Warehouse warehouse, Connection connection, @Nullable Changes changes) {
        this.changes = changes;
        this.warehouse = warehouse;
        this.engine = warehouse.engine();
        this.connection = connection;
    }

    /** The engine of this session. */
    public Engine engine() {
        return engine;
    }

    /** Runs a statement and returns the number of changed rows; 0 for DDL. */
    public long execute(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            statement.execute();
            long changed = Math.max(0, statement.getUpdateCount());
            if (changes != null) {
                changes.ran(sql, changed);
            }
            return changed;
        });
    }

    /**
     * Does something whose writes to these tables stay within these periods of them: parts of months ({@link MonthPart}), or years. A
     * write that does not say so counts as one of the whole table, and the next snapshot compares all of it.
     */
    public <T> T within(Collection<String> tables, Collection<String> periods, Supplier<T> work) {
        return changes == null ? work.get() : changes.within(tables, periods, work);
    }

    /** Notes rows that are written without a statement. */
    void wrote(String table) {
        if (changes != null) {
            changes.wrote(table);
        }
    }

    /**
     * Runs the statements of a script, which end with a semicolon at the end of a line, and returns the number of rows that the
     * last one changed.
     */
    public long script(String script) {
        long changed = 0;
        for (String statement : script.split(";\\s*\\n")) {
            if (statement.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("--"))) {
                changed = execute(statement);
            }
        }
        return changed;
    }

    /** All rows of a result. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(mapper.map(rows));
                }
                return values;
            }
        });
    }

    /** The first row of a result, if any. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return query(sql, mapper, parameters).stream().findFirst();
    }

    /** A single whole number; 0 if the result is empty or blank. */
    public long number(String sql, @Nullable Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /** The first column of a result as text. */
    public List<String> texts(String sql, @Nullable Object... parameters) {
        return query(sql, row -> row.getString(1), parameters);
    }

    /** A complete result with column names. */
    public Table table(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<List<@Nullable Object>> values = new ArrayList<>();
                each(rows, values::add);
                return new Table(columns(rows.getMetaData()), values);
            }
        });
    }

    /** The types of the columns of a result, in order. */
    public List<ColumnType> columnTypes(String sql) {
        return run(sql, new Object[0], statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData data = rows.getMetaData();
                List<ColumnType> types = new ArrayList<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    types.add(StoredTables.type(data.getColumnTypeName(i)));
                }
                return types;
            }
        });
    }

    /** The columns of a result with their types as the engine names them, in order. */
    Map<String, String> typeNames(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData data = rows.getMetaData();
                Map<String, String> types = new LinkedHashMap<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    types.put(data.getColumnLabel(i), data.getColumnTypeName(i));
                }
                return types;
            }
        });
    }

    /** Processes the rows of a result one by one, without holding all of them. */
    public void each(String sql, Consumer<List<@Nullable Object>> taker, @Nullable Object... parameters) {
        run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                each(rows, taker);
                return true;
            }
        });
    }

    /**
     * Gives the rows of a result to a taker one by one, while the engine finds them: neither the driver nor the program holds all of
     * them. For use inside {@link Warehouse#snapshot}; the taker asks this session nothing.
     */
    public void stream(String sql, Consumer<List<@Nullable Object>> taker, @Nullable Object... parameters) {
        if (engine == Engine.DUCKDB) {
            execute("set jdbc_stream_results = true");
            each(sql, taker, parameters);
            execute("set jdbc_stream_results = false");
            return;
        }
        String cursor = "streamed_" + CURSORS.incrementAndGet();
        execute("declare " + cursor + " no scroll cursor for " + sql, parameters);
        long[] rows = {CHUNK};
        while (rows[0] == CHUNK) {
            rows[0] = 0;
            each("fetch " + CHUNK + " from " + cursor, row -> {
                rows[0]++;
                taker.accept(row);
            });
        }
        execute("close " + cursor);
    }

    /**
     * The version of the data that this session sees: another one after every write of data, such as a load or a refresh, and the same
     * while only sessions, tokens, runs or jobs were noted.
     */
    public String dataVersion() {
        return String.valueOf(
                texts("select cast(mark as varchar(36)) from write_mark").get(0));
    }

    private static void each(ResultSet rows, Consumer<List<@Nullable Object>> taker) throws SQLException {
        boolean[] times = times(rows.getMetaData());
        while (rows.next()) {
            taker.accept(values(rows, times));
        }
    }

    Connection connection() {
        return connection;
    }

    private <T> T run(String sql, @Nullable Object[] parameters, Use<T> use) {
        String statementText = engine.sql(sql);
        try (PreparedStatement statement = connection.prepareStatement(statementText)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, stored(parameters[i]));
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw warehouse.failure(e, e.getMessage() + "\nin: " + statementText);
        }
    }

    /** Both engines store microseconds, and PostgreSQL would round to them: the last time of a day would be one of the next. */
    private static @Nullable Object stored(@Nullable Object parameter) {
        return parameter instanceof LocalDateTime time ? time.truncatedTo(ChronoUnit.MICROS) : parameter;
    }

    private static List<String> columns(ResultSetMetaData data) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnLabel(i));
        }
        return List.copyOf(columns);
    }

    private static boolean[] times(ResultSetMetaData data) throws SQLException {
        boolean[] times = new boolean[data.getColumnCount()];
        for (int i = 0; i < times.length; i++) {
            times[i] = data.getColumnType(i + 1) == Types.TIMESTAMP;
        }
        return times;
    }

    /** Times are read as java.time types: a conversion through java.sql would cost more than the rest of the row. */
    private static List<@Nullable Object> values(ResultSet row, boolean[] times) throws SQLException {
        @Nullable Object[] values = new Object[times.length];
        for (int i = 0; i < times.length; i++) {
            values[i] = times[i] ? row.getObject(i + 1, LocalDateTime.class) : plain(row.getObject(i + 1));
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** Unifies the types of both drivers: HUGEINT and numeric sums, java.sql and java.time dates. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof BigInteger) {
            return ((Number) value).longValue();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value instanceof Timestamp time ? time.toLocalDateTime() : value;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
