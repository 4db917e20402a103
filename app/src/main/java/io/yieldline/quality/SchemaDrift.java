package io.yieldline.quality;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A column that differs from this version.
 *
 * @param table the table or view; those of the original are in schema {@code etl_v2}
 * @param column the column
 * @param expected its type in a new warehouse; empty if it is foreign
 * @param actual its actual type; empty if it is missing
 */
public record SchemaDrift(String table, String column, String expected, String actual) {
    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name, c.data_type
            from information_schema.columns c
            where c.table_schema in ('main', 'yieldline', 'etl_v2')""";

    /** PostgreSQL has one table per month of a master log; on both engines a run may leave temporary tables. */
    private static final String OWN = "(?!.*_y\\d{4}m\\d{2}$)(?!stage$|stage_key$|fate$).*";

    /** All columns of a warehouse that differ from a new, empty one in memory, in order. */
    public static List<SchemaDrift> of(Inspection inspection) {
        Map<String, String> expected = expected(inspection);
        Map<String, String> actual = new TreeMap<>(inspection.warehouse().read(SchemaDrift::columns));
        Set<String> idle = inspection.warehouse().read(inspection::idleMarts);
        actual.keySet().removeIf(column -> idle.contains(column.replaceAll("\\.[^.]+$", "")));
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        List<SchemaDrift> drift = new ArrayList<>();
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            SchemaDrift column = new SchemaDrift(
                    name.substring(0, dot),
                    name.substring(dot + 1),
                    expected.getOrDefault(name, ""),
                    actual.getOrDefault(name, ""));
            if (!column.expected().equals(column.actual())) {
                drift.add(column);
            }
        }
        return drift;
    }

    /** Whether it is a foreign column, which Yieldline does not read. */
    public boolean foreign() {
        return expected.isEmpty();
    }

    /** The difference, in one line. */
    String message() {
        String name = table + "." + column;
        if (actual.isEmpty()) {
            return name + " is missing; it should be " + expected;
        }
        return foreign()
                ? name + " (" + actual + ") is foreign; Yieldline does not use it"
                : name + " is " + actual + "; it should be " + expected;
    }

    /** The columns of a warehouse with their types, by table and name. */
    static Map<String, String> columns(Session session) {
        Map<String, String> columns = new TreeMap<>();
        session.query(
                COLUMNS,
                row -> columns.put(
                        (row.getString(1).equals("etl_v2") ? "etl_v2." : "") + row.getString(2) + "."
                                + row.getString(3),
                        type(row.getString(4))));
        columns.keySet().removeIf(column -> !column.split("\\.(?=[^.]+$)")[0].matches(OWN));
        return columns;
    }

    private static Map<String, String> expected(Inspection inspection) {
        try (Warehouse empty = Warehouse.openInMemory()) {
            inspection.parts().over(empty).prepare();
            return empty.read(SchemaDrift::columns);
        }
    }

    /** Unifies the type names of both engines; sums of whole numbers have different widths. */
    private static String type(String engineType) {
        String type = engineType.toLowerCase(Locale.ROOT);
        if (type.matches("text|varchar|character varying.*")) {
            return "text";
        }
        if (type.matches("decimal.*|numeric.*|double.*|hugeint|bigint|integer")) {
            return "number";
        }
        return type.startsWith("timestamp") ? "timestamp" : type;
    }
}
