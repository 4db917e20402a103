package io.yieldline.ingest;

import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Derived;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.Judgement;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.BulkLoad;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the derived columns of loaded records consistent with the rules of the plant. Derived values are functions of a few
 * columns, so a change of rules is a join with the distinct values of these columns.
 */
public final class DerivedColumnRefresh {
    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;

    /** For the records of a warehouse. */
    public DerivedColumnRefresh(Plant plant, Feeds feeds, Warehouse warehouse) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
    }

    /**
     * Recomputes the derived columns of all records if the rules changed; returns whether it did. A changed zone changes no record:
     * see {@link FeedChange}.
     */
    public boolean run() {
        String times = plant.settings().zone().getId() + " " + plant.rules().convertZones();
        String rules = judgedBy();
        String knownTimes = setting("plant_time");
        String knownRules = setting("rules");
        adoptDefinitions(knownTimes);
        if (knownTimes.equals(times) && knownRules.equals(rules)) {
            return false;
        }
        warehouse.writeAll(session -> {
            if (!knownRules.isEmpty() && rejudge(session) > 0) {
                forgetMarts(session);
            }
            set(session, "plant_time", times);
            set(session, "rules", rules);
        });
        return !knownRules.isEmpty();
    }

    /**
     * The days on which something changed are noted by the rules of its load. A mart that was made by the rules that hold again now would
     * look for it on the wrong days.
     */
    private static void forgetMarts(Session session) {
        session.execute("update mart_state set fingerprint = ''");
    }

    private void adoptDefinitions(String knownTimes) {
        String unknown =
                "select count(*) from export where status = 'loaded' and feed_definition is null and feed is not null";
        if (warehouse.read(session -> session.number(unknown)) > 0) {
            warehouse.writeAll(session -> FeedChange.adopt(session, plant, feeds, knownTimes));
        }
    }

    /** A new column of a feed, such as the status, also adds derived columns for loaded records; so does another way to compare. */
    private String judgedBy() {
        return plant.rules() + " by name_key "
                + feeds.all().stream()
                        .map(feed -> feed.name() + feed.derivedColumns())
                        .toList();
    }

    /** The number of values that are others now. */
    private long rejudge(Session session) {
        return feeds.all().stream()
                .mapToLong(feed -> rejudge(session, feed, feed.masterLog()) + rejudge(session, feed, feed.history()))
                .sum();
    }

    private long rejudge(Session session, Feed feed, String table) {
        if (feed.derivedColumns().contains(Derived.ENDED_UTC)) {
            new EarlierInstants(plant.settings().zone()).fill(session, table);
        }
        long moved = placeInDays(session, table) + exclude(session, table);
        return moved
                + Stream.of(Judgement.values())
                        .filter(judgement -> feed.derivedColumns().contains(judgement.derived()))
                        .mapToLong(judgement -> rejudge(session, table, judgement))
                        .sum();
    }

    /** As {@code ProductionDay.of}: a record before the start of the day belongs to the day before. */
    private long placeInDays(Session session, String table) {
        int minutes = plant.rules().productionDay().starts().toSecondOfDay() / 60;
        String day = "cast(ended_at - interval '" + minutes + " minutes' as date)";
        return session.execute("update " + table + " set day = " + day + " where day is distinct from " + day);
    }

    private long exclude(Session session, String table) {
        Predicate<String> test = plant.rules().excludedSerialNumbers().test();
        List<BulkColumn> columns = List.of(new BulkColumn("serial_number", ColumnType.TEXT));
        List<String> excluded = new ArrayList<>();
        session.each("select distinct serial_number from " + table, row -> {
            String serialNumber = String.valueOf(row.get(0));
            if (test.test(serialNumber)) {
                excluded.add(serialNumber);
            }
        });
        session.execute("create temp table excluded_serial (" + columns.get(0).definition() + ")");
        try (BulkLoad load = warehouse.bulkLoad(session, "excluded_serial", columns)) {
            excluded.forEach(serialNumber -> load.add(new Object[] {serialNumber}));
            load.finish();
        }
        String isExcluded = "(serial_number in (select e.serial_number from excluded_serial e))";
        long changed = session.execute("update " + table + " set excluded = " + isExcluded
                + " where coalesce(excluded, false) <> " + isExcluded);
        session.execute("drop table excluded_serial");
        return changed;
    }

    private long rejudge(Session session, String table, Judgement judgement) {
        List<BulkColumn> columns = new ArrayList<>();
        judgement.inputs().forEach(input -> columns.add(new BulkColumn(input.column(), input.type())));
        columns.add(new BulkColumn("judged", judgement.derived().type()));
        session.execute("create temp table judgement ("
                + columns.stream().map(BulkColumn::definition).collect(Collectors.joining(", ")) + ")");
        List<List<@Nullable Object>> distinct = inputs(session, table, judgement);
        try (BulkLoad load = warehouse.bulkLoad(session, "judgement", columns)) {
            distinct.forEach(inputs -> load.add(judged(judgement, inputs)));
            load.finish();
        }
        String column = judgement.derived().column();
        long changed = session.execute("update " + table + " set " + column + " = j.judged from judgement j where "
                + judgement.inputs().stream()
                        .map(input -> input.of(table) + " is not distinct from j." + input.column())
                        .collect(Collectors.joining(" and "))
                + " and " + table + "." + column + " is distinct from j.judged");
        session.execute("drop table judgement");
        return changed;
    }

    private static List<List<@Nullable Object>> inputs(Session session, String table, Judgement judgement) {
        String values =
                judgement.inputs().stream().map(input -> input.of(table)).collect(Collectors.joining(", "));
        return session.table("select distinct " + values + " from " + table).rows();
    }

    private @Nullable Object[] judged(Judgement judgement, List<@Nullable Object> inputs) {
        List<@Nullable Object> row = new ArrayList<>(inputs);
        row.add(judgement.value(plant.rules(), inputs));
        return row.toArray();
    }

    private String setting(String name) {
        return warehouse.read(session -> session.texts("select value from setting where name = ?", name).stream()
                .findFirst()
                .orElse(""));
    }

    private static void set(Session session, String name, String value) {
        session.execute("delete from setting where name = ?", name);
        session.execute("insert into setting values (?, ?)", name, value);
    }
}
