package io.yieldline.ingest;

import io.yieldline.warehouse.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of inbox files to retry, with the time of the next attempt. */
final class InboxRetries {
    private InboxRetries() {}

    /** All of them, by file. */
    static Map<String, Retry> all(Session session) {
        return session
                .query(
                        "select file, bytes, modified_millis, tries, next_try_at, reason from inbox_retry",
                        InboxRetries::retry)
                .stream()
                .collect(Collectors.toMap(Retry::file, Function.identity()));
    }

    /** Stores a failed attempt; the next one is after 1, 2, 4 ... minutes, at most one hour. */
    static void keep(Session session, InboxFile file, String reason, Instant now) {
        session.execute(
                "insert into inbox_retry (file, bytes, modified_millis, tries, next_try_at, reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                file.name(),
                file.bytes(),
                file.modified().toEpochMilli(),
                file.tries() + 1,
                LocalDateTime.ofInstant(now.plus(pause(file.tries())), ZoneOffset.UTC),
                reason);
    }

    static void forget(Session session, String file) {
        session.execute("delete from inbox_retry where file = ?", file);
    }

    private static Duration pause(long tries) {
        return Duration.ofMinutes(Math.min(60, 1L << Math.min(tries, 6)));
    }

    private static Retry retry(ResultSet row) throws SQLException {
        return new Retry(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(6));
    }

    /** The next attempt for a file, and why the last one failed. */
    record Retry(String file, long bytes, long modifiedMillis, long tries, Instant nextTry, String reason) {
        /** Whether the file is still the same. */
        boolean concerns(InboxFile file) {
            return bytes == file.bytes() && modifiedMillis == file.modified().toEpochMilli();
        }
    }
}
