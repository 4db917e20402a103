package io.yieldline.health;

import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sizes of the tables of a plant. */
public final class TableSizes {
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like '%\\_y%m__' escape '\\'"
            + " order by table_name";

    private TableSizes() {}

    /** Rows by table; the monthly partitions of PostgreSQL are included in their master log. */
    public static Map<String, Long> rows(Session session) {
        Map<String, Long> rows = new LinkedHashMap<>();
        session.texts(TABLES).forEach(table -> rows.put(table, session.number("select count(*) from " + table)));
        return rows;
    }

    /** The size of the database on disk. */
    static long databaseBytes(Session session) {
        return session.number(
                session.engine() == Engine.DUCKDB
                        ? "select sum(block_size * total_blocks) from pragma_database_size()"
                        : "select pg_database_size(current_database())");
    }
}
