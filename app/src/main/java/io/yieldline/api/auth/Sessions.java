package io.yieldline.api.auth;

import io.yieldline.Sha256;
import io.yieldline.warehouse.ReadCache;
import io.yieldline.warehouse.Warehouse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions: until logout, eight idle hours, or one day. Only the hash of the cookie value is stored. */
public final class Sessions {
    static final Duration IDLE = Duration.ofHours(8);
    public static final Duration LONGEST = Duration.ofHours(24);

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final LastUses uses = new LastUses();
    private final ReadCache<Optional<Found>> known;

    public Sessions(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.known = new ReadCache<>(warehouse, 1_000, found -> 1);
    }

    /** Opens a session for a user, ends the previous session of the browser, and returns the cookie value. */
    public String open(String user, @Nullable String before, Audit audit, Actor actor) {
        String secret = Secret.fresh();
        LocalDateTime now = Audit.now(clock);
        warehouse.noteAll(session -> {
            session.execute("delete from login_session where hash = ?", before == null ? "" : Sha256.of(before));
            session.execute(
                    "insert into login_session (hash, user_name, created_at, seen_at) values (?, ?, ?, ?)",
                    Sha256.of(secret),
                    user,
                    now,
                    now);
            audit.add(session, actor, "log in", user, null);
        });
        return secret;
    }

    /** The identity of a valid session. */
    public Optional<Identity> find(String secret) {
        String hash = Sha256.of(secret);
        LocalDateTime now = Audit.now(clock);
        return known.get(hash, () -> read(hash))
                .filter(found -> found.lasts(now, uses.of(hash)))
                .map(found -> {
                    uses.add(hash, now);
                    return found.identity;
                });
    }

    private Optional<Found> read(String hash) {
        return warehouse.read(session -> session.first(
                "select u.name, u.role, u.must_change, s.created_at, s.seen_at from login_session s"
                        + " join app_user u on u.name = s.user_name where s.hash = ?",
                row -> new Found(
                        new Identity(row.getString(1), Role.of(row.getString(2)), hash, true, row.getBoolean(3)),
                        row.getObject(4, LocalDateTime.class),
                        row.getObject(5, LocalDateTime.class)),
                hash));
    }

    /** Ends a session. */
    public void close(Identity identity, Audit audit, Actor actor) {
        warehouse.noteAll(session -> {
            session.execute("delete from login_session where hash = ?", identity.credential());
            audit.add(session, actor, "log out", identity.user(), null);
        });
    }

    /** Stores the last use of sessions, and deletes expired sessions. */
    public void settle() {
        if (!uses.isEmpty()) {
            LocalDateTime now = Audit.now(clock);
            warehouse.noteAll(session -> {
                uses.write(session, "update login_session set seen_at = ? where hash = ?");
                session.execute(
                        "delete from login_session where created_at < ? or seen_at < ?",
                        now.minus(LONGEST),
                        now.minus(IDLE));
            });
        }
    }

    private record Found(Identity identity, LocalDateTime created, LocalDateTime seen) {
        boolean lasts(LocalDateTime now, Optional<LocalDateTime> used) {
            LocalDateTime last = used.filter(seen::isBefore).orElse(seen);
            return now.isBefore(created.plus(LONGEST)) && now.isBefore(last.plus(IDLE));
        }
    }
}
