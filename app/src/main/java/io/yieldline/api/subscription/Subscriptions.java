package io.yieldline.api.subscription;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Audit;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The subscriptions of a plant. */
public final class Subscriptions {
    /** The most subscriptions of one user. */
    public static final int MOST = 50;

    private static final String COLUMNS =
            "id, owner, kind, subject, query_values, rhythm, recipient, created_at, turns,"
                    + " handled_at, marker, looked_at, problem";
    private static final String SELECT = "select " + COLUMNS + " from subscription ";

    private final Warehouse warehouse;
    private final Audit audit;

    /** The subscriptions in this database. */
    public Subscriptions(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.audit = new Audit(warehouse, clock);
    }

    /** All, in the order in which they were added. */
    public List<Subscription> all() {
        return warehouse.read(session -> session.query(SELECT + "order by id", Subscriptions::row));
    }

    /** Those of one user. */
    public List<Subscription> of(String owner) {
        return all().stream()
                .filter(subscription -> subscription.owner().equals(owner))
                .toList();
    }

    /** The one with this number. */
    public Optional<Subscription> find(long id) {
        return warehouse.read(session -> find(session, id));
    }

    /**
     * The one with this number.
     *
     * @throws UserError if there is none
     */
    public Subscription get(long id) {
        return find(id).orElseThrow(() ->
                new UserError(ExitCode.USAGE, "there is no subscription " + id + "; see: yieldline subscriptions"));
    }

    /** Removes one, with an entry in the audit trail. */
    public void remove(Subscription subscription, Actor actor) {
        warehouse.noteAll(session -> {
            session.execute("delete from subscription where id = ?", subscription.id());
            audit.add(session, actor, "remove subscription", name(subscription), said(subscription));
        });
    }

    /** Adds one under the next number, with an entry in the audit trail. */
    Subscription add(Subscription wanted, Actor actor) {
        return warehouse.note(session -> {
            refuseMore(session, wanted.owner());
            long id = 1 + session.number("select max(id) from subscription");
            session.execute(
                    "insert into subscription (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, 0, null, ?, ?, null)",
                    id,
                    wanted.owner(),
                    wanted.kind().word(),
                    wanted.subject(),
                    wanted.values().json(),
                    wanted.rhythm().word(),
                    wanted.recipient(),
                    wanted.created(),
                    wanted.marker(),
                    wanted.looked());
            Subscription added = find(session, id).orElseThrow();
            audit.add(session, actor, "add subscription", name(added), said(added));
            return added;
        });
    }

    /** Notes what came of one; false if somebody else did so meanwhile, or removed it. */
    static boolean note(Session session, Subscription before, Subscription after) {
        return session.execute(
                        "update subscription set turns = turns + 1, handled_at = ?, marker = ?, looked_at = ?, problem = ?"
                                + " where id = ? and turns = ?",
                        after.handled(),
                        after.marker(),
                        after.looked(),
                        after.problem(),
                        before.id(),
                        before.turns())
                == 1;
    }

    private static void refuseMore(Session session, String owner) {
        if (session.number("select count(*) from subscription where owner = ?", owner) >= MOST) {
            throw new UserError(
                    ExitCode.USAGE,
                    owner + " has " + MOST + " subscriptions already; remove one before adding another");
        }
    }

    static String name(Subscription subscription) {
        return "subscription " + subscription.id();
    }

    static String said(Subscription subscription) {
        return subscription.title() + " of " + subscription.owner() + " to " + subscription.recipient() + ", "
                + subscription.when();
    }

    private static Optional<Subscription> find(Session session, long id) {
        return session.first(SELECT + "where id = ?", Subscriptions::row, id);
    }

    private static Subscription row(ResultSet row) throws SQLException {
        return new Subscription(
                row.getLong(1),
                row.getString(2),
                SubscriptionKind.of(row.getString(3)),
                row.getString(4),
                QueryValues.of(row.getString(5)),
                Rhythm.of(row.getString(6)),
                row.getString(7),
                Objects.requireNonNull(row.getObject(8, LocalDateTime.class)),
                row.getLong(9),
                row.getObject(10, LocalDateTime.class),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
