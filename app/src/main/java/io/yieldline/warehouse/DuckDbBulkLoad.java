package io.yieldline.warehouse;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's appender. Its close() swallows errors together with the buffered rows, so finish() flushes. It buffers a number of rows,
 * however long their texts are, outside its memory limit; so texts are flushed by their length.
 */
final class DuckDbBulkLoad implements BulkLoad {
    private static final int MOST_CHARACTERS = 8 << 20;

    private final DuckDBAppender appender;
    private final String location;
    private int characters;

    DuckDbBulkLoad(DuckDBConnection connection, String table, String location) {
        this.location = location;
        try {
            appender = connection.createAppender(table);
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, e.getMessage() + "\nin: appender of " + table);
        }
    }

    @Override
    public void add(@Nullable Object[] row) {
        try {
            appender.beginRow();
            for (Object value : row) {
                append(value);
            }
            appender.endRow();
            if (characters >= MOST_CHARACTERS) {
                appender.flush();
                characters = 0;
            }
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, "cannot append a row: " + e.getMessage());
        }
    }

    @Override
    public void finish() {
        try {
            appender.flush();
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, "cannot append rows: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw DatabaseFault.of(location, e, "cannot close the appender: " + e.getMessage());
        }
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
            characters += text.length();
        } else if (value instanceof UUID uuid) {
            appender.append(uuid);
        } else if (value instanceof LocalDateTime time) {
            appender.appendEpochMicros(time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000);
        } else if (value instanceof LocalDate date) {
            appender.appendEpochDays((int) date.toEpochDay());
        } else if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else {
            appender.append((BigDecimal) value);
        }
    }
}
