package io.yieldline.warehouse;

/** The database engines. */
public enum Engine {
    DUCKDB("DuckDB", "text", "begin transaction", "cast('0x' || substr(%s, 1, 15) as bigint)"),
    /** Text is compared in byte order on PostgreSQL, too, independent of the locale. */
    POSTGRES(
            "PostgreSQL",
            "text collate \"C\"",
            "begin transaction isolation level repeatable read read only",
            "cast(cast('x0' || substr(%s, 1, 15) as bit(64)) as bigint)");

    private final String label;
    private final String textType;
    private final String beginSnapshot;
    private final String hexNumber;

    Engine(String label, String textType, String beginSnapshot, String hexNumber) {
        this.label = label;
        this.textType = textType;
        this.beginSnapshot = beginSnapshot;
        this.hexNumber = hexNumber;
    }

    /** The displayed name. */
    public String label() {
        return label;
    }

    /** A statement with the text type of the engine in place of <code>${text}</code>. */
    public String sql(String statement) {
        return statement.replace("${text}", textType);
    }

    /** The statement that starts a snapshot transaction. */
    String beginSnapshot() {
        return beginSnapshot;
    }

    /** The first 15 hexadecimal digits of a text as a number. */
    String hexNumber(String text) {
        return hexNumber.formatted(text);
    }
}
