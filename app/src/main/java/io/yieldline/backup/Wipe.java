package io.yieldline.backup;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.ingest.Ledger;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Wipes tables: a master log with its history and its ledger entries, so that its exports can be loaded again; or a
 * mart, which is then stale. The exports stay in the archive.
 */
public final class Wipe implements Change {
    private final Warehouse warehouse;
    private final MartRefresh refresh;
    private final ReceiptJournal receipts;
    private final List<Feed> feeds;
    private final List<Mart> marts;
    private final boolean parked;

    private Wipe(
            Warehouse warehouse,
            MartRefresh refresh,
            ReceiptJournal receipts,
            List<Feed> feeds,
            List<Mart> marts,
            boolean parked) {
        this.warehouse = warehouse;
        this.refresh = refresh;
        this.receipts = receipts;
        this.feeds = feeds;
        this.marts = marts;
        this.parked = parked;
    }

    /** A wipe of all master logs, all marts and parked exports. */
    public static Wipe all(Warehouse warehouse, Marts marts, MartRefresh refresh, ReceiptJournal receipts) {
        return new Wipe(warehouse, refresh, receipts, marts.feeds().all(), List.of(), true);
    }

    /** A wipe of tables, by name: master logs (or their feeds) and marts. */
    public static Wipe of(
            List<String> tables, Warehouse warehouse, Marts marts, MartRefresh refresh, ReceiptJournal receipts) {
        List<Feed> chosenFeeds = new ArrayList<>();
        List<Mart> chosenMarts = new ArrayList<>();
        for (String table : tables) {
            List<Feed> feed = marts.feeds().all().stream()
                    .filter(known -> List.of(known.name(), known.masterLog()).contains(table))
                    .toList();
            List<Mart> mart = marts.all().stream()
                    .filter(known -> known.name().equals(table))
                    .toList();
            if (feed.isEmpty() && mart.isEmpty()) {
                throw unknown(table, marts);
            }
            chosenFeeds.addAll(feed);
            chosenMarts.addAll(mart);
        }
        return new Wipe(warehouse, refresh, receipts, chosenFeeds, chosenMarts, false);
    }

    @Override
    public void apply(Session session) {
        feeds.forEach(feed -> empty(session, feed));
        if (parked) {
            Ledger.wipe(session, null);
            session.execute("delete from rejected_row");
            session.execute("delete from export");
        }
        if (!feeds.isEmpty()) {
            refresh.refreshWithin(session);
        }
        marts.forEach(mart -> empty(session, mart));
    }

    @Override
    public void announce() {
        Map<String, String> gone = new LinkedHashMap<>();
        warehouse.read(session -> session.query("select sha256, file_name, feed from export order by id", row -> {
            String feed = row.getString(3);
            if (parked || feeds.stream().anyMatch(known -> known.name().equals(feed))) {
                gone.put(row.getString(1), row.getString(2));
            }
            return true;
        }));
        if (!gone.isEmpty()) {
            receipts.wipe(gone);
        }
    }

    private static void empty(Session session, Feed feed) {
        StaleMarker.days(session, feed, "true");
        session.execute("delete from " + feed.masterLog());
        session.execute("delete from " + feed.history());
        session.execute("delete from sighting where feed = ?", feed.name());
        session.execute(
                "delete from rejected_row where export_id in (select id from export where feed = ?)", feed.name());
        Ledger.wipe(session, feed.name());
        session.execute("delete from export where feed = ?", feed.name());
    }

    private static void empty(Session session, Mart mart) {
        session.execute("delete from " + mart.name());
        session.execute("delete from mart_state where mart = ?", mart.name());
    }

    private static UserError unknown(String table, Marts marts) {
        String known = Stream.concat(
                        marts.feeds().all().stream().map(Feed::masterLog),
                        marts.all().stream().map(Mart::name))
                .collect(Collectors.joining(", "));
        return new UserError(ExitCode.USAGE, "unknown table \"" + table + "\"; valid values: " + known);
    }
}
