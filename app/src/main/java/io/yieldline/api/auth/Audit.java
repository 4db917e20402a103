package io.yieldline.api.auth;

import io.yieldline.Sha256;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: entries are added and never changed. Each contains the hash of the previous entry, so that
 * {@link #flaw} detects changed and removed entries.
 */
public final class Audit {
    private static final String FIRST = "0".repeat(64);
    private static final String COLUMNS = "id, happened_at, user_name, address, action, target, detail, previous, hash";

    private final Warehouse warehouse;
    private final InstantSource clock;

    /** The audit trail of a plant. */
    public Audit(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** The current time in UTC, to the second. */
    public static LocalDateTime now(InstantSource clock) {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Adds an entry in its own transaction. */
    public void add(Actor actor, String action, @Nullable String target, @Nullable String detail) {
        warehouse.noteAside(session -> add(session, actor, action, target, detail));
    }

    /** Adds an entry in the transaction of the action. */
    public void add(Session session, Actor actor, String action, @Nullable String target, @Nullable String detail) {
        Entry last = session.first("select " + COLUMNS + " from audit order by id desc limit 1", Audit::entry)
                .orElse(null);
        Entry entry = new Entry(
                last == null ? 1 : last.id + 1,
                now(clock),
                printable(actor.user()),
                printable(actor.address()),
                action,
                target == null ? null : printable(target),
                detail == null ? null : printable(detail),
                last == null ? FIRST : last.hash,
                "");
        session.execute(
                "insert into audit (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id,
                entry.at,
                entry.user,
                entry.address,
                entry.action,
                entry.target,
                entry.detail,
                entry.previous,
                entry.computed());
    }

    /** The latest entries, newest first. */
    public Table latest(int most, int skipped) {
        return warehouse.read(session -> session.table(
                "select id, happened_at, user_name as \"user\", address, action, target, detail from audit order by id desc limit "
                        + most + " offset " + skipped));
    }

    /** The number of entries. */
    public long count() {
        return warehouse.read(session -> session.number("select count(*) from audit"));
    }

    /** The first break in the hash chain, if any. */
    public Optional<String> flaw() {
        List<Entry> entries =
                warehouse.read(session -> session.query("select " + COLUMNS + " from audit order by id", Audit::entry));
        String previous = FIRST;
        long number = 0;
        for (Entry entry : entries) {
            number++;
            if (entry.id != number || !entry.previous.equals(previous)) {
                return Optional.of("entry " + number + " of the audit is missing");
            }
            if (!entry.hash.equals(entry.computed())) {
                return Optional.of("entry " + number + " of the audit was changed");
            }
            previous = entry.hash;
        }
        return Optional.empty();
    }

    /** Input text without line breaks and control characters. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{C}", " ");
        return clean.length() > 300 ? clean.substring(0, 300) : clean;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, LocalDateTime.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    private record Entry(
            long id,
            LocalDateTime at,
            String user,
            String address,
            String action,
            @Nullable String target,
            @Nullable String detail,
            String previous,
            String hash) {
        /** The hash of all values, each with its length so that values cannot be shifted. */
        String computed() {
            StringBuilder text = new StringBuilder();
            for (Object value : Arrays.asList(id, at, user, address, action, target, detail, previous)) {
                String shown = value == null ? "" : value.toString();
                text.append(value == null ? "-" : Integer.toString(shown.length()))
                        .append(':')
                        .append(shown);
            }
            return Sha256.of(text.toString());
        }
    }
}
