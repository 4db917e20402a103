package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.explain.DayRecords.Version;
import io.yieldline.explain.DebugResult.Part;
import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.Mart;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.BulkLoad;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recounts one day from the archived exports in an in-memory database, and compares it with the marts. Excludes
 * weekly marts and unit tables, which need more than one day.
 */
public final class DayRecount {
    private static final List<Field<Difference>> DIFFERENCE = List.of(
            new Field<>("mart", Difference::mart),
            new Field<>("cell", Difference::cell),
            new Field<>("count", Difference::count),
            new Field<>("from_raw", Difference::raw),
            new Field<>("stored", Difference::stored));
    private static final List<Field<Overview>> OVERVIEW = List.of(
            new Field<>("table", Overview::table),
            new Field<>("from_raw", Overview::raw),
            new Field<>("stored", Overview::stored),
            new Field<>("different", Overview::different));

    private final PlantParts parts;
    private final Feeds feeds;
    private final Warehouse warehouse;

    /** For the marts of a plant. */
    public DayRecount(PlantParts parts) {
        this.parts = parts;
        this.feeds = parts.feeds();
        this.warehouse = parts.warehouse();
    }

    /** Compares the daily marts of a day cell by cell with the raw exports. */
    public DebugResult of(LocalDate day) {
        try (Warehouse recount = Warehouses.openInMemory()) {
            DayRecords records = new DayRecords(parts.plant(), feeds, warehouse, day);
            FeedTables.prepare(recount, feeds);
            feeds.all().forEach(feed -> load(recount, feed, records.of(feed)));
            List<Mart> daily = daily();
            parts.over(recount)
                    .refresh()
                    .refresh(new Scope.All(), daily.stream().map(Mart::name).toList(), (mart, number, count) -> {});
            return answer(day, records, daily, recount);
        }
    }

    private DebugResult answer(LocalDate day, DayRecords records, List<Mart> daily, Warehouse recount) {
        List<Overview> overview = new ArrayList<>();
        List<Difference> different = new ArrayList<>();
        feeds.all().forEach(feed -> overview.add(records(feed, day, recount)));
        for (Mart mart : daily) {
            Map<String, Table.Row> raw = cells(recount, mart, day);
            Map<String, Table.Row> shown = cells(warehouse, mart, day);
            List<Difference> own = differences(mart, raw, shown);
            different.addAll(own);
            overview.add(new Overview(mart.name(), raw.size(), shown.size(), own.size()));
        }
        boolean right = overview.stream().allMatch(table -> table.different() == 0);
        String verdict = right ? "the marts agree" : "the marts differ; run aggregate, then check";
        return new DebugResult(
                day + ", recounted from " + Counted.of(records.exportsRead(), "archived export") + records.remark()
                        + ": " + verdict,
                right,
                List.of(
                        new Part("Different cells", Table.of(different, DIFFERENCE)),
                        new Part("Records and cells of the day", Table.of(overview, OVERVIEW))));
    }

    private static void load(Warehouse recount, Feed feed, Collection<Version> versions) {
        List<BulkColumn> columns = new ArrayList<>(FeedTables.stageColumns(feed));
        columns.add(new BulkColumn("export_id", ColumnType.BIGINT));
        String names = columns.stream().map(BulkColumn::name).collect(Collectors.joining(", "));
        recount.writeAll(session -> {
            session.execute("create temp table stage ("
                    + columns.stream().map(BulkColumn::definition).collect(Collectors.joining(", ")) + ")");
            try (BulkLoad load = recount.bulkLoad(session, "stage", columns)) {
                versions.forEach(version -> load.add(row(version)));
                load.finish();
            }
            session.execute("insert into " + feed.masterLog() + " (" + names + ") select " + names + " from stage");
            session.execute("drop table stage");
        });
    }

    private static @Nullable Object[] row(Version version) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(version.record().identity());
        row.add(version.record().content());
        row.add(version.record().rowNumber());
        for (Object value : version.record().values()) {
            row.add(value);
        }
        row.add(version.export());
        return row.toArray();
    }

    /** The daily marts that are computed from records. */
    private List<Mart> daily() {
        List<String> logs = feeds.all().stream().map(Feed::name).toList();
        return parts.marts().all().stream()
                .filter(mart -> mart.partition().column().equals("day") && logs.contains(mart.source()))
                .toList();
    }

    private Overview records(Feed feed, LocalDate day, Warehouse recount) {
        Set<String> raw = versions(recount, feed, day);
        Set<String> stored = versions(warehouse, feed, day);
        Set<String> same = new LinkedHashSet<>(raw);
        same.retainAll(stored);
        long different = raw.size() + stored.size() - 2L * same.size();
        return new Overview(feed.masterLog(), raw.size(), stored.size(), different);
    }

    private static Set<String> versions(Warehouse warehouse, Feed feed, LocalDate day) {
        return new LinkedHashSet<>(warehouse.read(session -> session.query(
                "select identity, content from " + feed.masterLog() + " where day = ?",
                row -> row.getObject(1) + " " + row.getObject(2),
                day)));
    }

    /** The rows of a mart by their keys, as a person reads them. */
    private static Map<String, Table.Row> cells(Warehouse warehouse, Mart mart, LocalDate day) {
        Map<String, Table.Row> cells = new LinkedHashMap<>();
        warehouse
                .read(session -> session.table("select * from " + mart.name() + " where day = ?", day))
                .named()
                .forEach(row -> cells.put(cell(mart, row), row));
        return cells;
    }

    private static String cell(Mart mart, Table.Row row) {
        return mart.columnNames().stream()
                .filter(mart.key()::contains)
                .map(key -> key + " " + Objects.toString(row.value(key), "(blank)"))
                .collect(Collectors.joining(", "));
    }

    private static List<Difference> differences(Mart mart, Map<String, Table.Row> raw, Map<String, Table.Row> shown) {
        Set<String> cells = new LinkedHashSet<>(raw.keySet());
        cells.addAll(shown.keySet());
        return cells.stream()
                .flatMap(cell -> mart.columnNames().stream()
                        .filter(name -> !mart.key().contains(name))
                        .map(count -> new Difference(
                                mart.name(), cell, count, count(raw.get(cell), count), count(shown.get(cell), count))))
                .filter(found -> !Objects.equals(found.raw(), found.stored()))
                .toList();
    }

    private static @Nullable Long count(Table.@Nullable Row row, String count) {
        return row == null ? null : row.number(count);
    }

    /** How many records or cells of the day a table has, and how many of them differ. */
    private record Overview(String table, long raw, long stored, long different) {}

    /** A count of a cell that differs; null where there is no such cell. */
    private record Difference(
            String mart,
            String cell,
            String count,
            @Nullable Long raw,
            @Nullable Long stored) {}
}
