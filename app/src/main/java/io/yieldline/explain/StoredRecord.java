package io.yieldline.explain;

import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record of the master log.
 *
 * @param exported time of the last export with this version
 * @param values the stored columns of its feed
 */
record StoredRecord(
        UUID identity,
        UUID content,
        long export,
        String file,
        long row,
        LocalDateTime exported,
        List<@Nullable Object> values) {
    /** Before the columns of the feed there are the six of every record. */
    private static final int FIXED = 6;

    /** The records of a feed with an end time in a range, inclusive, by identity and in order of the end time. */
    static Map<UUID, StoredRecord> between(Session session, Feed feed, LocalDateTime first, LocalDateTime last) {
        String columns = feed.storedColumns().stream()
                .map(Column::name)
                .map(name -> "m." + name)
                .collect(Collectors.joining(", "));
        String sql = """
                select m.identity, m.content, m.export_id, e.file_name, m.row_number,
                    case when s.exported > e.export_time then s.exported else e.export_time end as exported, %s
                from %s m
                join export e on e.id = m.export_id
                left join (
                    select g.identity, g.content, max(x.export_time) as exported
                    from sighting g
                    join export x on x.id = g.export_id
                    where g.feed = ?
                    group by g.identity, g.content
                ) s on s.identity = m.identity and s.content = m.content
                where m.ended_at between ? and ?
                order by m.ended_at, m.export_id, m.row_number""".formatted(columns, feed.masterLog());
        Map<UUID, StoredRecord> known = new LinkedHashMap<>();
        session.table(sql, feed.name(), Timestamp.valueOf(first), Timestamp.valueOf(last))
                .named()
                .map(StoredRecord::of)
                .forEach(record -> known.put(record.identity(), record));
        return known;
    }

    private static StoredRecord of(Table.Row row) {
        return new StoredRecord(
                (UUID) known(row, "identity"),
                (UUID) known(row, "content"),
                (Long) known(row, "export_id"),
                (String) known(row, "file_name"),
                (Long) known(row, "row_number"),
                (LocalDateTime) known(row, "exported"),
                new ArrayList<>(row.values().subList(FIXED, row.values().size())));
    }

    private static Object known(Table.Row row, String column) {
        return Objects.requireNonNull(row.value(column), column);
    }
}
