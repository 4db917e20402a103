package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.warehouse.ReadCache;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API tokens: sent in a header, shown once, stored as hashes, valid for some days. */
public final class ApiTokens {
    /** Prefix of every token, so that leaked tokens can be found and recognized. */
    public static final String PREFIX = "ya_";

    private static final int MAX_DAYS = 366;
    private static final LocalDateTime ENDLESS = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final String LIST =
            "select id, user_name as \"user\", title, scope, created_at, expires_at, used_at" + " from api_token";

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Audit audit;
    private final LastUses uses = new LastUses();
    private final ReadCache<Optional<Found>> known;

    /** The tokens of a plant. */
    public ApiTokens(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.audit = new Audit(warehouse, clock);
        this.known = new ReadCache<>(warehouse, 1_000, found -> 1);
    }

    /**
     * Creates a token.
     *
     * @param title purpose of the token
     * @param days validity; a token of an endless scope has none
     * @return the token, which cannot be shown again
     */
    public String create(String user, String title, TokenScope scope, int days, Actor actor) {
        if (days < 1 || days > MAX_DAYS) {
            throw new UserError(ExitCode.USAGE, "a token lasts from 1 to " + MAX_DAYS + " days");
        }
        String token = PREFIX + Secret.fresh();
        LocalDateTime now = Audit.now(clock);
        warehouse.noteAll(session -> {
            long id = session.number("select max(id) from api_token") + 1;
            session.execute(
                    "insert into api_token (id, hash, user_name, title, scope, created_at, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    Sha256.of(token),
                    Users.known(session, user).name(),
                    title,
                    scope.word(),
                    now,
                    scope.isEndless() ? ENDLESS : now.plusDays(days));
            audit.add(session, actor, "create token", user, "number " + id + ", scope " + scope.word() + ": " + title);
        });
        return token;
    }

    /** All tokens, or those of one user. */
    public Table list(@Nullable String user) {
        return warehouse.read(session -> user == null
                ? session.table(LIST + " order by id")
                : session.table(LIST + " where user_name = ? order by id", user));
    }

    /** Revokes a token: any token, or for a user only the user's own. */
    public void revoke(long id, @Nullable String user, Actor actor) {
        warehouse.noteAll(session -> {
            String owner = session.first("select user_name from api_token where id = ?", row -> row.getString(1), id)
                    .filter(name -> user == null || name.equals(user))
                    .orElseThrow(() -> new UserError(ExitCode.USAGE, "there is no token " + id));
            session.execute("delete from api_token where id = ?", id);
            audit.add(session, actor, "revoke token", owner, "number " + id);
        });
    }

    /** The identity of a valid token. */
    public Optional<Identity> find(String token) {
        String hash = Sha256.of(token);
        LocalDateTime now = Audit.now(clock);
        Optional<Found> found = known.get(hash, () -> read(hash)).filter(each -> each.expires.isAfter(now));
        found.ifPresent(each -> uses.add(hash, now));
        return found.map(Found::identity);
    }

    private Optional<Found> read(String hash) {
        return warehouse.read(session -> session.first(
                "select u.name, u.role, t.scope, t.expires_at from api_token t"
                        + " join app_user u on u.name = t.user_name where t.hash = ?",
                row -> new Found(
                        new Identity(
                                row.getString(1),
                                TokenScope.of(row.getString(3)).of(Role.of(row.getString(2))),
                                hash,
                                false,
                                false),
                        row.getObject(4, LocalDateTime.class)),
                hash));
    }

    /** Stores the last use of tokens. */
    public void settle() {
        if (!uses.isEmpty()) {
            warehouse.noteAll(session -> uses.write(session, "update api_token set used_at = ? where hash = ?"));
        }
    }

    private record Found(Identity identity, LocalDateTime expires) {}
}
