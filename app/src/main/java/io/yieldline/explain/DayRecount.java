package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.explain.DayRecords.Version;
import io.yieldline.explain.DebugResult.Part;
import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.BulkLoad;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One day counted anew from the archived exports, in a database in memory, beside what the plant's marts say. What follows
 * from more than a day, weeks and facts about units, is not counted.
 */
public final class DayRecount {
    private final Plant plant;
    private final Marts marts;
    private final Feeds feeds;
    private final Warehouse warehouse;
    private final InstantSource clock;

    /** Beside the marts of a plant. */
    public DayRecount(Plant plant, Marts marts, Warehouse warehouse, InstantSource clock) {
        this.plant = plant;
        this.marts = marts;
        this.feeds = marts.feeds();
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** Compares the daily marts of a day cell by cell with what the raw exports say. */
    public DebugResult of(LocalDate day) {
        try (Warehouse recount = Warehouse.openInMemory()) {
            DayRecords records = new DayRecords(plant, feeds, day);
            FeedTables.prepare(recount, feeds);
            feeds.all().forEach(feed -> load(recount, feed, records.of(feed, warehouse)));
            List<Mart> daily = daily();
            new MartRefresh(recount, marts, plant.rules(), clock)
                    .refresh(new Scope.All(), daily.stream().map(Mart::name).toList(), (mart, number, count) -> {});
            return answer(day, records.exportsRead(), daily, recount);
        }
    }

    private DebugResult answer(LocalDate day, int exports, List<Mart> daily, Warehouse recount) {
        List<List<@Nullable Object>> overview = new ArrayList<>();
        List<List<@Nullable Object>> different = new ArrayList<>();
        feeds.all().forEach(feed -> overview.add(records(feed, day, recount)));
        for (Mart mart : daily) {
            int before = different.size();
            Map<String, List<Long>> raw = cells(recount, mart, day);
            Map<String, List<Long>> shown = cells(warehouse, mart, day);
            addDifferences(different, mart, raw, shown);
            overview.add(
                    List.of(mart.name(), (long) raw.size(), (long) shown.size(), (long) different.size() - before));
        }
        boolean right = different.isEmpty()
                && overview.stream().allMatch(row -> Long.valueOf(0).equals(row.get(3)));
        String verdict = right ? "the marts say the same" : "the marts say something else; run aggregate, then check";
        return new DebugResult(
                day + ", counted anew from " + Counted.of(exports, "archived export") + ": " + verdict,
                right,
                List.of(
                        new Part(
                                "Cells that differ",
                                new Table(List.of("mart", "cell", "count", "from_raw", "stored"), different)),
                        new Part(
                                "Records and cells of the day",
                                new Table(List.of("table", "from_raw", "stored", "different"), overview))));
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

    /** The marts by day that are made from records. */
    private List<Mart> daily() {
        List<String> logs = feeds.all().stream().map(Feed::name).toList();
        return marts.all().stream()
                .filter(mart -> mart.partition().column().equals("day") && logs.contains(mart.source()))
                .toList();
    }

    private List<@Nullable Object> records(Feed feed, LocalDate day, Warehouse recount) {
        Set<String> raw = versions(recount, feed, day);
        Set<String> stored = versions(warehouse, feed, day);
        Set<String> same = new LinkedHashSet<>(raw);
        same.retainAll(stored);
        long different = raw.size() + stored.size() - 2L * same.size();
        return List.of(feed.masterLog(), (long) raw.size(), (long) stored.size(), different);
    }

    private static Set<String> versions(Warehouse warehouse, Feed feed, LocalDate day) {
        return new LinkedHashSet<>(warehouse.read(session -> session.query(
                "select identity, content from " + feed.masterLog() + " where day = ?",
                row -> row.getObject(1) + " " + row.getObject(2),
                day)));
    }

    private static Map<String, List<Long>> cells(Warehouse warehouse, Mart mart, LocalDate day) {
        Table rows = warehouse.read(session -> session.table("select * from " + mart.name() + " where day = ?", day));
        Map<String, List<Long>> cells = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows.rows()) {
            Map<Boolean, List<Integer>> places = IntStream.range(0, row.size())
                    .boxed()
                    .collect(Collectors.partitioningBy(
                            i -> mart.key().contains(rows.columns().get(i))));
            String key = places.getOrDefault(true, List.of()).stream()
                    .map(i -> rows.columns().get(i) + " " + Objects.toString(row.get(i), "(blank)"))
                    .collect(Collectors.joining(", "));
            cells.put(
                    key,
                    places.getOrDefault(false, List.of()).stream()
                            .map(i -> (Long) Objects.requireNonNull(row.get(i)))
                            .toList());
        }
        return cells;
    }

    private static void addDifferences(
            List<List<@Nullable Object>> different,
            Mart mart,
            Map<String, List<Long>> raw,
            Map<String, List<Long>> shown) {
        List<String> counts = mart.columnNames().stream()
                .filter(name -> !mart.key().contains(name))
                .toList();
        Set<String> cells = new LinkedHashSet<>(raw.keySet());
        cells.addAll(shown.keySet());
        for (String cell : cells) {
            for (int i = 0; i < counts.size(); i++) {
                Long expected = count(raw.get(cell), i);
                Long found = count(shown.get(cell), i);
                if (!Objects.equals(expected, found)) {
                    List<@Nullable Object> row = new ArrayList<>(List.of(mart.name(), cell, counts.get(i)));
                    row.add(expected);
                    row.add(found);
                    different.add(row);
                }
            }
        }
    }

    private static @Nullable Long count(@Nullable List<Long> counts, int place) {
        return counts == null ? null : counts.get(place);
    }
}
