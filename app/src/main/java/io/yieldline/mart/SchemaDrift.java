package io.yieldline.mart;

import io.yieldline.ingest.FeedChange;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table, view or column that differs from this version, because somebody dropped or altered it.
 *
 * @param table the table or view; those of the original are in schema {@code etl_v2}
 * @param column the column; empty for a table that is missing as a whole
 * @param expected its type in a new warehouse; empty if it is foreign
 * @param actual its actual type; empty if it is missing
 */
public record SchemaDrift(String table, String column, String expected, String actual) {
    /** The command that repairs what is missing or altered. */
    public static final String REPAIR = "clean schema";

    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name, c.data_type
            from information_schema.columns c
            where c.table_schema in ('main', 'yieldline', 'etl_v2')""";

    /** PostgreSQL has one table per month of a master log; on both engines a run may leave temporary tables. */
    private static final Pattern OWN = Pattern.compile("(?!.*_y\\d{4}m\\d{2}$)(?!stage$|stage_key$|fate$).*");

    private static final Pattern TEXT = Pattern.compile("text|varchar|character varying.*");
    private static final Pattern NUMBER = Pattern.compile("decimal.*|numeric.*|double.*|hugeint|bigint|integer");

    /** All differences between the warehouse of a plant and a new, empty one in memory, in order. */
    public static List<SchemaDrift> of(PlantParts parts) {
        return of(parts, columns(parts));
    }

    /** The same where the columns of the plant are known. */
    public static List<SchemaDrift> of(PlantParts parts, Map<String, String> actual) {
        Map<String, String> expected = ExpectedColumns.of(parts);
        Set<String> tables = tables(actual);
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        return names.stream()
                .map(name -> tables.contains(table(name))
                        ? new SchemaDrift(
                                table(name),
                                name.substring(table(name).length() + 1),
                                expected.getOrDefault(name, ""),
                                actual.getOrDefault(name, ""))
                        : new SchemaDrift(table(name), "", "table", ""))
                .filter(drift -> !drift.expected().equals(drift.actual()))
                .distinct()
                .toList();
    }

    /** The differences that somebody should repair, and feeds that changed since their records were loaded, each in one line. */
    public static List<String> messages(PlantParts parts) {
        List<SchemaDrift> drifts = of(parts);
        return Stream.concat(
                        drifts.stream().filter(drift -> !drift.foreign()).map(SchemaDrift::message),
                        feedChanges(parts, drifts).stream()
                                .filter(FeedChange::breaking)
                                .map(FeedChange::message))
                .toList();
    }

    /** Feeds that changed since their records were loaded. The ledger tells it, so none while the ledger has a difference itself. */
    public static List<FeedChange> feedChanges(PlantParts parts, List<SchemaDrift> drifts) {
        return drifts.stream().anyMatch(drift -> drift.table().equals("export") && !drift.foreign())
                ? List.of()
                : FeedChange.of(parts.plant(), parts.feeds(), parts.warehouse());
    }

    /** Whether it is a foreign column, which Yieldline does not read. */
    public boolean foreign() {
        return expected.isEmpty();
    }

    /** The difference, in one line; with the command that repairs it. */
    public String message() {
        if (column.isEmpty()) {
            return table + " is missing" + repair();
        }
        String name = table + "." + column;
        if (actual.isEmpty()) {
            return name + " is missing; it should be " + expected + repair();
        }
        return foreign()
                ? name + " (" + actual + ") is foreign; Yieldline does not use it"
                : name + " is " + actual + "; it should be " + expected + repair();
    }

    private static String repair() {
        return "; repair it with: yieldline " + REPAIR;
    }

    /** The columns of the tables and views of a plant with their types, by table and name; those of idle marts are left out. */
    public static Map<String, String> columns(PlantParts parts) {
        return parts.warehouse().read(session -> {
            Set<String> idle = new TreeSet<>(MartTables.removed(session, parts.marts()));
            parts.marts().refused().forEach(mart -> idle.add(mart.name()));
            Map<String, String> columns = columns(session);
            columns.keySet().removeIf(column -> idle.contains(table(column)));
            return columns;
        });
    }

    static Map<String, String> columns(Session session) {
        Map<String, String> columns = new TreeMap<>();
        session.query(
                COLUMNS,
                row -> columns.put(
                        (row.getString(1).equals("etl_v2") ? "etl_v2." : "") + row.getString(2) + "."
                                + row.getString(3),
                        type(row.getString(4))));
        Set<String> others = new TreeSet<>(tables(columns));
        others.removeIf(table -> OWN.matcher(table).matches());
        columns.keySet().removeIf(column -> others.contains(table(column)));
        return columns;
    }

    private static Set<String> tables(Map<String, String> columns) {
        return columns.keySet().stream().map(SchemaDrift::table).collect(Collectors.toSet());
    }

    private static String table(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    /** Unifies the type names of both engines; sums of whole numbers have different widths. */
    private static String type(String engineType) {
        String type = engineType.toLowerCase(Locale.ROOT);
        if (TEXT.matcher(type).matches()) {
            return "text";
        }
        if (NUMBER.matcher(type).matches()) {
            return "number";
        }
        return type.startsWith("timestamp") ? "timestamp" : type;
    }
}
