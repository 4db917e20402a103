package io.yieldline.explain;

import io.yieldline.feed.Column;
import io.yieldline.feed.Column.Use;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions of events that do not count, because a newer one replaced them or they were not the newest when they arrived. */
public final class OutdatedVersions {
    private static final String DIFFERENCE = """
            select '%1$s' as feed, h.export_id as export, o.file_name as file, h.row_number as "row", h.serial_number,
                h.station, h.ended_at, '%4$s' as "column", cast(h.%4$s as varchar(4000)) as outdated,
                cast(m.%4$s as varchar(4000)) as counts, m.export_id as counts_export, m.row_number as counts_row
            from %3$s h
            join %2$s m on m.identity = h.identity
            join export o on o.id = h.export_id
            where h.%4$s is distinct from m.%4$s and (cast(? as bigint) is null or h.export_id = ? or m.export_id = ?)""";

    private final Feeds feeds;

    /** Of the logs of these feeds. */
    public OutdatedVersions(Feeds feeds) {
        this.feeds = feeds;
    }

    /**
     * One row for each column in which such a version differs from the one that counts, with both values.
     *
     * @param export only those in this export, or replaced by a version in it; null for all
     */
    public Table list(Session session, @Nullable Long export, int limit) {
        List<String> differences =
                feeds.all().stream().flatMap(this::differences).toList();
        List<@Nullable Object> parameters = new ArrayList<>();
        differences.forEach(difference -> parameters.addAll(Arrays.asList(export, export, export)));
        return session.table(
                differences.stream().collect(Collectors.joining("\nunion all\n", "select * from (\n", "\n) d"))
                        + " order by export, \"row\", feed, \"column\" limit " + limit,
                parameters.toArray());
    }

    private Stream<String> differences(Feed feed) {
        return feed.storedColumns().stream()
                .filter(column -> column.use() == Use.CONTENT || column.name().equals("station"))
                .map(Column::name)
                .map(column -> DIFFERENCE.formatted(feed.name(), feed.masterLog(), feed.history(), column));
    }
}
