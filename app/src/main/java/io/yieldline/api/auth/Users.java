package io.yieldline.api.auth;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The users of the server. A change of the role ends all sessions of the user, a change of the password revokes the tokens, too. */
public final class Users {
    /** PBKDF2 rounds of a password hash: the cost of each guess for an attacker with the database. */
    public static final int ROUNDS = 600_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final int rounds;
    private final Audit audit;

    /** The users of a plant. */
    public Users(Warehouse warehouse, InstantSource clock) {
        this(warehouse, clock, ROUNDS);
    }

    /** The users of a plant with a number of hash rounds; few rounds are for tests only. */
    public Users(Warehouse warehouse, InstantSource clock, int rounds) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.rounds = rounds;
        this.audit = new Audit(warehouse, clock);
    }

    /**
     * A user with stored credentials.
     *
     * @param mustChange whether the password is an initial password
     */
    public record Kept(String name, Role role, String passwordHash, boolean mustChange) {}

    /** All users by name, without passwords. */
    public Table list() {
        return warehouse.read(
                session -> session.table("select name, role, must_change, created_at from app_user order by name"));
    }

    /**
     * Adds a user.
     *
     * @param password the password; null to generate an initial password
     * @return the generated password, which cannot be shown again
     */
    public Optional<String> add(String name, Role role, @Nullable String password, Actor actor) {
        String user = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(user).matches()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "\"" + name
                            + "\" is not a valid user name; use letters, digits, and . _ @ - after the first, 64 at most");
        }
        if (user.equals(FirstAdmin.NAME) && role != Role.ADMIN) {
            throw new UserError(
                    ExitCode.USAGE, "the name " + user + " is for an admin; choose another name, or --role admin");
        }
        Chosen chosen = Chosen.of(password, user, rounds);
        warehouse.noteAll(session -> {
            if (find(session, user).isPresent()) {
                throw new UserError(ExitCode.USAGE, "there is a user " + user + " already");
            }
            session.execute(
                    "insert into app_user (name, role, password_hash, must_change, created_at) values (?, ?, ?, ?, ?)",
                    user,
                    role.word(),
                    chosen.hash,
                    chosen.made,
                    Audit.now(clock));
            audit.add(session, actor, "add user", user, "role " + role.word());
        });
        return chosen.shown();
    }

    /** Changes the role of a user. */
    public void changeRole(String name, Role role, Actor actor) {
        warehouse.noteAll(session -> {
            Kept user = known(session, name);
            if (role != Role.ADMIN) {
                keepAnAdmin(session, user);
            }
            session.execute("update app_user set role = ? where name = ?", role.word(), user.name);
            endSessions(session, user.name);
            audit.add(session, actor, "change role", user.name, user.role.word() + " to " + role.word());
        });
    }

    /**
     * A changed password, and what ended with the old one.
     *
     * @param generated the generated password, which cannot be shown again
     * @param sessions number of ended sessions
     * @param tokens number of revoked tokens
     */
    public record Changed(Optional<String> generated, long sessions, long tokens) {
        /** What ended, such as {@code 1 session ended, 2 tokens revoked}. */
        public String ended() {
            return Counted.of(sessions, "session") + " ended, " + Counted.of(tokens, "token") + " revoked";
        }
    }

    /**
     * Changes the password of a user to the given one, or to a generated one. Who knew the old password may have opened sessions and
     * created tokens, so all of them end.
     */
    public Changed changePassword(String name, @Nullable String password, Actor actor) {
        Chosen chosen = Chosen.of(password, name, rounds);
        return warehouse.note(session -> {
            Kept user = known(session, name);
            session.execute(
                    "update app_user set password_hash = ?, must_change = ? where name = ?",
                    chosen.hash,
                    chosen.made,
                    user.name);
            Changed changed =
                    new Changed(chosen.shown(), endSessions(session, user.name), revokeTokens(session, user.name));
            audit.add(session, actor, "change password", user.name, changed.ended());
            return changed;
        });
    }

    /** Removes a user with all sessions and tokens. */
    public void remove(String name, Actor actor) {
        warehouse.noteAll(session -> {
            Kept user = known(session, name);
            keepAnAdmin(session, user);
            session.execute("delete from app_user where name = ?", user.name);
            revokeTokens(session, user.name);
            endSessions(session, user.name);
            audit.add(session, actor, "remove user", user.name, null);
        });
    }

    /** Spends the time of a login for an unknown user. */
    public void pretend(String password) {
        Password.pretend(password, rounds);
    }

    boolean hasAdmin() {
        return warehouse.read(session -> session.number("select count(*) from app_user where role = 'admin'")) > 0;
    }

    /** The user with this name, if any. */
    public Optional<Kept> find(String name) {
        return warehouse.read(session -> find(session, name.toLowerCase(Locale.ROOT)));
    }

    static Kept known(Session session, String name) {
        return find(session, name.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> new UserError(ExitCode.USAGE, "there is no user \"" + name + "\"; see: yieldline users"));
    }

    private static Optional<Kept> find(Session session, String name) {
        return session.first(
                "select name, role, password_hash, must_change from app_user where name = ?",
                row -> new Kept(row.getString(1), Role.of(row.getString(2)), row.getString(3), row.getBoolean(4)),
                name);
    }

    private static long endSessions(Session session, String name) {
        return session.execute("delete from login_session where user_name = ?", name);
    }

    private static long revokeTokens(Session session, String name) {
        return session.execute("delete from api_token where user_name = ?", name);
    }

    private static void keepAnAdmin(Session session, Kept user) {
        boolean last =
                session.number("select count(*) from app_user where role = 'admin' and name <> ?", user.name) == 0;
        if (user.role == Role.ADMIN && last) {
            throw new UserError(user.name + " is the last admin; make another user admin first");
        }
    }

    /** A password, and whether it was generated. */
    private record Chosen(String password, String hash, boolean made) {
        static Chosen of(@Nullable String given, String user, int rounds) {
            if (given != null) {
                Password.check(given, user);
            }
            String password = given == null ? Secret.password() : given;
            return new Chosen(password, Password.hash(password, rounds), given == null);
        }

        Optional<String> shown() {
            return made ? Optional.of(password) : Optional.empty();
        }
    }
}
