package io.yieldline.backup;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.MartRefresh;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.yaml.ResourceFolder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Removes records with the same identity as another, which only manual changes can cause. The most recently
 * exported version is kept; a row of another export becomes a sighting of it.
 */
public final class DuplicateRemoval implements Change {
    private final Feeds feeds;
    private final MartRefresh refresh;

    /** A removal from all master logs. */
    public DuplicateRemoval(Feeds feeds, MartRefresh refresh) {
        this.feeds = feeds;
        this.refresh = refresh;
    }

    /** The number of duplicate records. */
    public long twins(Session session) {
        return feeds.all().stream()
                .mapToLong(
                        feed -> session.number("select count(*) - count(distinct identity) from " + feed.masterLog()))
                .sum();
    }

    @Override
    public void apply(Session session) {
        feeds.all().forEach(feed -> remove(session, feed));
        refresh.refreshWithin(session);
    }

    private static void remove(Session session, Feed feed) {
        StaleMarker.days(
                session,
                feed,
                "identity in (select t.identity from " + feed.masterLog()
                        + " t group by t.identity having count(*) > 1)");
        String columns = StoredTables.of(session).getOrDefault(feed.masterLog(), List.of()).stream()
                .map(BulkColumn::name)
                .collect(Collectors.joining(", "));
        session.script(ResourceFolder.text(DuplicateRemoval.class, "twins.sql")
                .replace("${feed}", feed.name())
                .replace("${master}", feed.masterLog())
                .replace("${columns}", columns));
    }
}
