package io.yieldline.warehouse;

/** The databases that hold a warehouse. */
public enum Engine {
    DUCKDB("DuckDB", "text"),
    /** Text compares in byte order there too, whatever the locale of the server. */
    POSTGRES("PostgreSQL", "text collate \"C\"");

    private final String label;
    private final String textType;

    Engine(String label, String textType) {
        this.label = label;
        this.textType = textType;
    }

    /** The name as people write it. */
    public String label() {
        return label;
    }

    /** A statement with the engine's own type in place of <code>${text}</code>. */
    public String sql(String statement) {
        return statement.replace("${text}", textType);
    }
}
