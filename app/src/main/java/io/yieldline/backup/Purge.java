package io.yieldline.backup;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.mart.MartRefresh;
import io.yieldline.warehouse.Session;
import io.yieldline.yaml.ResourceFolder;
import java.time.LocalDate;

/**
 * Deletes records before a day, also from the marts. Rows of later exports that are as old are left out, too. The
 * ledger counts both as purged, so that all rows are accounted for.
 */
public final class Purge implements Change {
    private final Feeds feeds;
    private final MartRefresh refresh;
    private final ReceiptJournal receipts;
    private final LocalDate keptFrom;

    /**
     * A purge.
     *
     * @param keptFrom first day to keep; older records stay out
     */
    public Purge(Feeds feeds, MartRefresh refresh, ReceiptJournal receipts, LocalDate keptFrom) {
        this.feeds = feeds;
        this.refresh = refresh;
        this.receipts = receipts;
        LocalDate before = receipts.keptFrom();
        this.keptFrom = before.isAfter(keptFrom) ? before : keptFrom;
    }

    /** The first day to keep for a number of whole months before the current one. */
    public static LocalDate firstDay(LocalDate today, int months) {
        return today.withDayOfMonth(1).minusMonths(months);
    }

    /** The first day to keep. */
    public LocalDate keptFrom() {
        return keptFrom;
    }

    @Override
    public void apply(Session session) {
        feeds.all().forEach(feed -> purge(session, feed));
        session.execute("delete from setting where name = 'kept_from'");
        session.execute("insert into setting (name, value) values ('kept_from', ?)", keptFrom.toString());
        refresh.refreshWithin(session);
    }

    @Override
    public void announce() {
        receipts.keepFrom(keptFrom);
    }

    private void purge(Session session, Feed feed) {
        StaleMarker.days(session, feed, "day < date '" + keptFrom + "'");
        session.script(ResourceFolder.text(Purge.class, "purge.sql")
                .replace("${feed}", feed.name())
                .replace("${master}", feed.masterLog())
                .replace("${history}", feed.history())
                .replace("${kept_from}", keptFrom.toString()));
    }
}
