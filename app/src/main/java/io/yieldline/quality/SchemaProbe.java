package io.yieldline.quality;

import io.yieldline.mart.MartRefresh;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether tables and columns are those that this version makes: compared with a new, empty warehouse in memory. */
final class SchemaProbe implements Probe {
    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name, c.data_type
            from information_schema.columns c
            where c.table_schema in ('main', 'yieldline', 'etl_v2')""";

    /** PostgreSQL keeps a master log in one table a month; on both engines a run may leave scratch tables. */
    private static final String OWN = "(?!.*_y\\d{4}m\\d{2}$)(?!stage$|stage_key$|fate$).*";

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        Map<String, String> expected = expected(inspection);
        Map<String, String> actual = inspection.warehouse().read(SchemaProbe::columns);
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            compare(name, expected.getOrDefault(name, ""), actual.getOrDefault(name, ""), findings, severity);
        }
        return new Observation(findings.size(), (long) names.size(), findings, tables(actual));
    }

    private static void compare(
            String column, String expected, String actual, List<Finding> findings, Severity severity) {
        if (actual.isEmpty()) {
            findings.add(new Finding(severity, column + " is missing; it should be " + expected));
        } else if (expected.isEmpty()) {
            findings.add(Finding.warn(column + " (" + actual + ") is not Yieldline's; nothing here reads it"));
        } else if (!expected.equals(actual)) {
            findings.add(new Finding(severity, column + " is " + actual + "; it should be " + expected));
        }
    }

    private static Map<String, String> expected(Inspection inspection) {
        try (Warehouse empty = Warehouse.openInMemory()) {
            FeedTables.prepare(empty, inspection.feeds());
            new MartRefresh(empty, inspection.plant().rules(), inspection.clock()).prepare();
            return empty.read(SchemaProbe::columns);
        }
    }

    private static Map<String, String> columns(Session session) {
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

    private static Table tables(Map<String, String> columns) {
        Map<String, Long> counts = columns.keySet().stream()
                .collect(Collectors.groupingBy(
                        column -> column.substring(0, column.lastIndexOf('.')), TreeMap::new, Collectors.counting()));
        return new Table(
                List.of("table", "columns"),
                counts.entrySet().stream()
                        .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                        .collect(Collectors.toList()));
    }

    /** Both engines' names of a type as one; a sum of whole numbers is wider on one than on the other. */
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
