package io.yieldline.ingest;

import io.yieldline.feed.ColumnType;
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
import java.util.stream.Collectors;
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
            if (!knownRules.isEmpty()) {
                feeds.all().forEach(feed -> rejudge(session, feed));
            }
            set(session, "plant_time", times);
            set(session, "rules", rules);
        });
        return !knownRules.isEmpty();
    }

    private void adoptDefinitions(String knownTimes) {
        String unknown =
                "select count(*) from export where status = 'loaded' and feed_definition is null and feed is not null";
        if (warehouse.read(session -> session.number(unknown)) > 0) {
            warehouse.writeAll(session -> FeedChange.adopt(session, plant, feeds, knownTimes));
        }
    }

    /** A new column of a feed, such as the status, also adds derived columns for loaded records. */
    private String judgedBy() {
        return plant.rules() + " "
                + feeds.all().stream()
                        .map(feed -> feed.name() + feed.derivedColumns())
                        .toList();
    }

    private void rejudge(Session session, Feed feed) {
        for (Judgement judgement : Judgement.values()) {
            if (feed.derivedColumns().contains(judgement.derived())) {
                List.of(feed.masterLog(), feed.history()).forEach(table -> rejudge(session, table, judgement));
            }
        }
    }

    private void rejudge(Session session, String table, Judgement judgement) {
        List<BulkColumn> columns = new ArrayList<>();
        judgement.inputs().forEach(input -> columns.add(new BulkColumn(input, inputType(input))));
        columns.add(new BulkColumn("judged", judgement.derived().type()));
        session.execute("create temp table judgement ("
                + columns.stream().map(BulkColumn::definition).collect(Collectors.joining(", ")) + ")");
        List<List<@Nullable Object>> distinct = inputs(session, table, judgement);
        try (BulkLoad load = warehouse.bulkLoad(session, "judgement", columns)) {
            distinct.forEach(inputs -> load.add(judged(judgement, inputs)));
            load.finish();
        }
        String column = judgement.derived().column();
        session.execute("update " + table + " set " + column + " = j.judged from judgement j where "
                + judgement.inputs().stream()
                        .map(input -> table + "." + input + " is not distinct from j." + input)
                        .collect(Collectors.joining(" and "))
                + " and " + table + "." + column + " is distinct from j.judged");
        session.execute("drop table judgement");
    }

    private static List<List<@Nullable Object>> inputs(Session session, String table, Judgement judgement) {
        return session.table("select distinct " + String.join(", ", judgement.inputs()) + " from " + table)
                .rows();
    }

    private @Nullable Object[] judged(Judgement judgement, List<@Nullable Object> inputs) {
        List<@Nullable Object> row = new ArrayList<>(inputs);
        row.add(judgement.value(plant.rules(), inputs));
        return row.toArray();
    }

    private static ColumnType inputType(String input) {
        return input.equals("day") ? ColumnType.DATE : ColumnType.TEXT;
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
