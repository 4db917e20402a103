package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.feed.Feed;
import io.yieldline.ingest.Reloadable;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The records of a feed that a rebuild would not bring back: neither archive nor receipts know their export.
 *
 * @param feed the feed
 * @param records its records now
 * @param vanishing those that no reloadable export has
 */
public record Vanishing(String feed, long records, long vanishing) {
    /** The counts of every feed with records. */
    static List<Vanishing> of(Context context) {
        Set<String> reloadable = Reloadable.of(
                        context.plant().home(), context.warehouse().engine())
                .all();
        return context.warehouse().read(session -> {
            Map<Long, String> exports = exports(session);
            Set<String> stored = StoredTables.of(session).keySet();
            return context.feeds().all().stream()
                    .filter(feed -> stored.contains(feed.masterLog()))
                    .map(feed -> count(session, feed, exports, reloadable))
                    .filter(counted -> counted.records > 0)
                    .toList();
        });
    }

    /** Whether it is more than one record in a hundred. */
    boolean many() {
        return vanishing * 100 > records;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %s of %s", vanishing, Counted.of(records, "record"), feed);
    }

    private static Map<Long, String> exports(Session session) {
        Map<Long, String> exports = new HashMap<>();
        session.each("select id, sha256 from export", row -> exports.put((Long) row.get(0), (String) row.get(1)));
        return exports;
    }

    private static Vanishing count(Session session, Feed feed, Map<Long, String> exports, Set<String> reloadable) {
        long[] counts = new long[2];
        session.each("select export_id, count(*) from " + feed.masterLog() + " group by export_id", row -> {
            long records = (Long) row.get(1);
            counts[0] += records;
            counts[1] += reloadable.contains(exports.getOrDefault((Long) row.get(0), "")) ? 0 : records;
        });
        return new Vanishing(feed.name(), counts[0], counts[1]);
    }
}
