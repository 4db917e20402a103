package io.yieldline.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition with its history. Times are plant time.
 *
 * @param times number of occurrences within the window, including the first
 * @param told the state that was last reported
 * @param toldMs time of the last message, in milliseconds since 1970 UTC; null if none
 */
record Alert(
        long id,
        Condition condition,
        LocalDateTime openedAt,
        LocalDateTime lastSeenAt,
        @Nullable LocalDateTime resolvedAt,
        long times,
        @Nullable LocalDateTime mutedUntil,
        ReportedState told,
        @Nullable Long toldMs) {
    static final String COLUMNS =
            "id, rule, cause, severity, title, detail, link, opened_at, last_seen_at, resolved_at,"
                    + " times, muted_until, told, told_ms";

    /** The state that the last message reported. */
    enum ReportedState {
        NOTHING,
        OPEN,
        CLEARED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Alert of(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong(1),
                new Condition(
                        row.getString(2),
                        row.getString(3),
                        Severity.of(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                row.getObject(8, LocalDateTime.class),
                row.getObject(9, LocalDateTime.class),
                row.getObject(10, LocalDateTime.class),
                row.getLong(11),
                row.getObject(12, LocalDateTime.class),
                ReportedState.valueOf(row.getString(13).toUpperCase(Locale.ROOT)),
                (Long) row.getObject(14));
    }

    boolean open() {
        return resolvedAt == null;
    }

    boolean muted(LocalDateTime now) {
        return mutedUntil != null && mutedUntil.isAfter(now);
    }

    /** The news to report now, if any. */
    @Nullable
    News news(long nowMs, long remindersMs) {
        if (open()) {
            if (told != ReportedState.OPEN) {
                return News.NEW;
            }
            return reminds() && toldMs != null && nowMs - toldMs >= remindersMs ? News.STILL_OPEN : null;
        }
        return switch (told) {
            case NOTHING -> News.CAME_AND_WENT;
            case OPEN -> News.CLEARED;
            case CLEARED -> null;
        };
    }

    /** A finding lasts for weeks and stands in each daily report: one message is enough. */
    private boolean reminds() {
        return !condition.rule().equals(AlertRules.FINDING);
    }

    /** The fields of the alert in JSON messages. */
    Map<String, @Nullable Object> facts(News news) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("alert", id);
        facts.put("state", news.label());
        facts.put("rule", condition.rule());
        facts.put("cause", condition.cause());
        facts.put("severity", condition.severity().label());
        facts.put("title", condition.title());
        facts.put("detail", condition.detail());
        facts.put("link", condition.link());
        facts.put("opened_at", openedAt.toString());
        facts.put("resolved_at", resolvedAt == null ? null : resolvedAt.toString());
        return facts;
    }
}
