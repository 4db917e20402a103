package io.yieldline.ingest;

import io.yieldline.warehouse.Session;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the instants of records that were loaded when only their plant time was kept. Of a time that the clock repeats the first is
 * taken; a rebuild from the archive knows better.
 */
final class EarlierInstants {
    private final ZoneId zone;

    EarlierInstants(ZoneId zone) {
        this.zone = zone;
    }

    /** One statement for all records between two clock changes, because they have one offset. */
    void fill(Session session, String table) {
        LocalDateTime from = ended(session, "min", table);
        LocalDateTime last = ended(session, "max", table);
        while (from != null && last != null && !from.isAfter(last)) {
            LocalDateTime until = untilChange(from);
            fill(session, table, from, until);
            from = until;
        }
    }

    private static @Nullable LocalDateTime ended(Session session, String which, String table) {
        return session.query(
                        "select " + which + "(ended_at) from " + table + " where ended_utc is null",
                        row -> row.getObject(1, LocalDateTime.class))
                .get(0);
    }

    /** Until when the offset of a time holds for what clocks show; of a repeated hour the first reading counts. */
    private LocalDateTime untilChange(LocalDateTime from) {
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(from.atZone(zone).toInstant());
        return change == null
                ? LocalDateTime.MAX
                : change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
    }

    private void fill(Session session, String table, LocalDateTime from, LocalDateTime until) {
        int offset = zone.getRules().getOffset(from).getTotalSeconds();
        String ended = "ended_at - interval '" + offset + " seconds'";
        String before = until.equals(LocalDateTime.MAX) ? "" : " and ended_at < timestamp '" + sql(until) + "'";
        session.execute("update " + table + " set ended_utc = " + ended + ", started_utc = " + ended
                + " - duration_seconds * interval '1 second' where ended_utc is null and ended_at >= timestamp '"
                + sql(from) + "'" + before);
    }

    private static String sql(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime();
    }
}
