package io.yieldline.warehouse;

import io.yieldline.feed.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The existing tables of a warehouse with their columns, without views and temporary tables. */
public final class StoredTables {
    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type
            from information_schema.columns c
            join information_schema.tables t
                on t.table_catalog = c.table_catalog
                and t.table_schema = c.table_schema
                and t.table_name = c.table_name
            where t.table_type = 'BASE TABLE'
                and c.table_schema = current_schema()
                and c.table_catalog = current_database()
            order by c.table_name, c.ordinal_position""";

    /** Excludes the monthly partitions of PostgreSQL and internal tables. */
    private static final String NO_DATA =
            ".*_y\\d{4}m\\d{2}|write_mark|note_mark|schema_migration|plant_identity|stale_unit|changed_piece|snapshot_base"
                    + "|check_month";

    private StoredTables() {}

    /** The columns of every data table, by table name. */
    public static Map<String, List<BulkColumn>> of(Session session) {
        Map<String, List<BulkColumn>> tables = new TreeMap<>();
        session.query(
                COLUMNS,
                row -> tables.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(new BulkColumn(row.getString(2), type(row.getString(3)))));
        tables.keySet().removeIf(StoredTables::internal);
        return tables;
    }

    /** Whether a table exists, internal or not: an earlier version may lack it, and somebody may have dropped it. */
    public static boolean exists(Session session, String table) {
        return session.number(
                        "select count(*) from information_schema.tables"
                                + " where table_schema = current_schema() and table_name = ?",
                        table)
                > 0;
    }

    /** Whether a table is one of the program itself, without data of a plant. */
    static boolean internal(String table) {
        return table.matches(NO_DATA);
    }

    static ColumnType type(String engineType) {
        String type = engineType.toLowerCase(Locale.ROOT);
        if (type.startsWith("timestamp")) {
            return ColumnType.TIMESTAMP;
        }
        return switch (type.replaceAll("\\(.*", "")) {
            case "bigint", "int8" -> ColumnType.BIGINT;
            case "integer", "int4" -> ColumnType.INTEGER;
            case "date" -> ColumnType.DATE;
            case "boolean", "bool" -> ColumnType.BOOLEAN;
            case "uuid" -> ColumnType.UUID;
            case "decimal", "numeric", "hugeint" -> ColumnType.DECIMAL;
            default -> ColumnType.TEXT;
        };
    }
}
