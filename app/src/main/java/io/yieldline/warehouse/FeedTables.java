package io.yieldline.warehouse;

import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of feeds: master log and history, with the columns of the definition. */
public final class FeedTables {
    private FeedTables() {}

    /** Creates missing tables and adds new columns. */
    public static void prepare(Warehouse warehouse, Feeds feeds) {
        List<Feed> unprepared = warehouse.read(session -> unprepared(session, feeds));
        if (!unprepared.isEmpty()) {
            warehouse.writeAll(session ->
                    unprepared.forEach(feed -> prepare(warehouse, session, feed, masterColumns(feed, feeds))));
        }
    }

    private static List<Feed> unprepared(Session session, Feeds feeds) {
        Map<String, Set<String>> existing = existing(session, feeds.all());
        return feeds.all().stream()
                .filter(feed -> !existing(existing, feed).containsAll(names(masterColumns(feed, feeds))))
                .toList();
    }

    /** The text by which the master logs of feeds are made. */
    public static String definition(Feeds feeds) {
        return feeds.all().stream()
                .map(feed -> feed.masterLog() + " " + masterColumns(feed, feeds))
                .collect(Collectors.joining("\n"));
    }

    /**
     * All columns of a master log: keys, provenance, exported and derived columns. A custom definition of a
     * built-in feed may omit columns; marts then read them as blank.
     */
    private static List<BulkColumn> masterColumns(Feed feed, Feeds feeds) {
        List<BulkColumn> columns = new ArrayList<>(stageColumns(feed));
        columns.add(2, new BulkColumn("export_id", ColumnType.BIGINT));
        List<String> known = names(columns);
        feeds.replaced(feed).map(FeedTables::stageColumns).stream()
                .flatMap(List::stream)
                .filter(column -> !known.contains(column.name()))
                .forEach(columns::add);
        return columns;
    }

    /** Whether the times of a feed have seconds: of the loaded records, one does not end at a whole minute. */
    public static boolean hasSeconds(Session session, Feed feed) {
        return session.number("select count(*) from (select 1 as found from " + feed.masterLog()
                        + " where extract(second from ended_at) > 0 limit 1) f")
                > 0;
    }

    /** The columns of a staged record. */
    public static List<BulkColumn> stageColumns(Feed feed) {
        Stream<BulkColumn> keys = Stream.of(
                new BulkColumn("identity", ColumnType.UUID),
                new BulkColumn("content", ColumnType.UUID),
                new BulkColumn("row_number", ColumnType.INTEGER));
        Stream<BulkColumn> stored =
                feed.storedColumns().stream().map(column -> new BulkColumn(column.name(), column.type()));
        Stream<BulkColumn> derived =
                feed.derivedColumns().stream().map(column -> new BulkColumn(column.column(), column.type()));
        return Stream.of(keys, stored, derived).flatMap(columns -> columns).toList();
    }

    /** Creates the partitions for the staged records: PostgreSQL has one per month. */
    public static void preparePartitions(Warehouse warehouse, Session session, Feed feed) {
        if (session.engine() == Engine.POSTGRES) {
            List<LocalDate> months = session.query(
                    "select distinct cast(date_trunc('month', ended_at) as date) from stage",
                    row -> row.getObject(1, LocalDate.class));
            warehouse.preparePartitions(session, feed.masterLog(), months);
        }
    }

    /** Creates the partitions for these months (first days of months). */
    public static void preparePartitions(
            Warehouse warehouse, Session session, Feed feed, Collection<LocalDate> months) {
        warehouse.preparePartitions(session, feed.masterLog(), months);
    }

    private static void prepare(Warehouse warehouse, Session session, Feed feed, List<BulkColumn> columns) {
        Set<String> existing = existing(existing(session, List.of(feed)), feed);
        if (existing.isEmpty()) {
            warehouse.createMasterLog(session, feed.masterLog(), columns);
            session.execute(
                    "create table " + feed.history() + " as select * from " + feed.masterLog() + " where 1 = 0");
            return;
        }
        for (BulkColumn column : columns) {
            if (!existing.contains(column.name())) {
                addColumn(session, feed, column);
            }
        }
    }

    private static void addColumn(Session session, Feed feed, BulkColumn column) {
        for (String table : List.of(feed.masterLog(), feed.history())) {
            session.execute("alter table " + table + " add column " + column.definition());
        }
    }

    /**
     * The columns of the master log or the history. They are created and extended together: what only one of them has was dropped
     * by hand, and is left for somebody to see and repair.
     */
    private static Set<String> existing(Map<String, Set<String>> columns, Feed feed) {
        Set<String> existing = new HashSet<>(columns.getOrDefault(feed.masterLog(), Set.of()));
        existing.addAll(columns.getOrDefault(feed.history(), Set.of()));
        return existing;
    }

    /** The columns of these tables, by table: to ask once takes as long as to ask for one of them. */
    private static Map<String, Set<String>> existing(Session session, List<Feed> feeds) {
        List<String> tables = feeds.stream()
                .flatMap(feed -> Stream.of(feed.masterLog(), feed.history()))
                .toList();
        Map<String, Set<String>> columns = new HashMap<>();
        session.query(
                "select table_name, column_name from information_schema.columns"
                        + " where table_schema = current_schema() and table_name in ("
                        + String.join(", ", Collections.nCopies(tables.size(), "?")) + ")",
                row -> columns.computeIfAbsent(row.getString(1), table -> new HashSet<>())
                        .add(row.getString(2)),
                tables.toArray());
        return columns;
    }

    private static List<String> names(List<BulkColumn> columns) {
        return columns.stream().map(BulkColumn::name).toList();
    }
}
