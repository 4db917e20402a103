package io.yieldline.backup;

import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartTables;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.TableSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts records, exports and mart cells. The difference before and after a change is its effect. */
final class RowCounts {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private RowCounts() {}

    static RowCounts of(Session session, Marts marts) {
        Map<String, List<BulkColumn>> stored = StoredTables.of(session);
        RowCounts census = new RowCounts();
        for (Feed feed : marts.feeds().all()) {
            census.add(session, stored, feed.masterLog(), "day", null);
            census.add(session, stored, feed.history(), "day", null);
        }
        census.add(session, stored, "sighting", null, null);
        census.add(session, stored, "rejected_row", null, null);
        census.add(session, stored, "export", null, null);
        for (Mart mart : marts.all()) {
            census.add(session, stored, mart.name(), mart.partition().column(), mart.firstCount());
        }
        MartTables.removed(session, marts).forEach(table -> census.add(session, stored, table, null, null));
        return census;
    }

    /** Makes a change and returns its effects. */
    static List<Effect> effects(Session session, Marts marts, Change change) {
        RowCounts before = of(session, marts);
        change.apply(session);
        return of(session, marts).since(before);
    }

    private List<Effect> since(RowCounts before) {
        List<Effect> effects = new ArrayList<>();
        Set<String> tables = new LinkedHashSet<>(before.entries.keySet());
        tables.addAll(entries.keySet());
        tables.forEach(table -> {
            Entry now = entries.getOrDefault(table, Entry.NOTHING);
            Entry then = before.entries.getOrDefault(table, Entry.NOTHING);
            if (!now.equals(then)) {
                effects.add(new Effect(
                        table,
                        then.sum().rows(),
                        now.sum().rows(),
                        then.days(),
                        now.days(),
                        now.count(),
                        then.total(),
                        now.total()));
            }
        });
        return effects;
    }

    private void add(
            Session session,
            Map<String, List<BulkColumn>> stored,
            String table,
            @Nullable String day,
            @Nullable String count) {
        List<String> columns = stored.getOrDefault(table, List.of()).stream()
                .map(BulkColumn::name)
                .toList();
        if (columns.isEmpty()) {
            entries.put(table, Entry.NOTHING);
            return;
        }
        entries.put(
                table,
                new Entry(
                        TableSum.of(session, table, columns),
                        columns.contains(day)
                                ? session.number("select count(distinct " + day + ") from " + table)
                                : null,
                        count,
                        stored.getOrDefault(table, List.of())
                                        .contains(new BulkColumn(String.valueOf(count), ColumnType.BIGINT))
                                ? session.number("select cast(coalesce(sum(" + count + "), 0) as bigint) from " + table)
                                : null));
    }

    private record Entry(
            TableSum sum,
            @Nullable Long days,
            @Nullable String count,
            @Nullable Long total) {
        static final Entry NOTHING = new Entry(new TableSum(0, "0"), null, null, null);
    }
}
