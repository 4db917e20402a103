package io.yieldline.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer, to values of {@link io.yieldline.warehouse.Table}: whole numbers, decimals, dates, times, flags, and text
 * for everything else; bytes are hexadecimal.
 *
 * @param place from 1
 * @param type the engine's name of its type
 */
record ResultColumn(int place, String type) {
    @Nullable
    Object value(ResultSet rows) throws SQLException {
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                present(rows, rows.getLong(place));
            case "FLOAT", "DOUBLE" -> real(rows);
            case "BOOLEAN" -> present(rows, rows.getBoolean(place));
            case "DATE" -> rows.getObject(place, LocalDate.class);
            case "TIMESTAMP" -> rows.getObject(place, LocalDateTime.class);
            case "BLOB" -> hexadecimal(rows.getBytes(place));
            default -> other(rows.getObject(place));
        };
    }

    private static @Nullable Object present(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    /** Infinity and "not a number" are no numbers in JSON and spreadsheets, so they become text. */
    private @Nullable Object real(ResultSet rows) throws SQLException {
        double value = rows.getDouble(place);
        return present(rows, Double.isFinite(value) ? value : Double.toString(value));
    }

    private static @Nullable Object hexadecimal(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static @Nullable Object other(@Nullable Object value) {
        return value instanceof BigInteger whole ? new BigDecimal(whole) : value;
    }
}
