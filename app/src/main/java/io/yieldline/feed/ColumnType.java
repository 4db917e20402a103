package io.yieldline.feed;

import java.util.Locale;

/** The types of columns in master logs and marts. */
public enum ColumnType {
    TEXT("${text}"),
    /** An identifier such as a serial number: text without .0 or exponent. */
    IDENTIFIER("${text}"),
    TIMESTAMP("timestamp"),
    DATE("date"),
    INTEGER("integer"),
    BIGINT("bigint"),
    DECIMAL("decimal(18,6)"),
    BOOLEAN("boolean"),
    UUID("uuid");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /** The word for it in definitions of people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type in a definition for any engine; {@code ${text}} stands for the engine's text. */
    public String sql() {
        return sql;
    }
}
