package io.yieldline.health;

import io.yieldline.warehouse.Session;
import java.util.List;

/** The subscriptions that cannot be sent: their subject is gone, or nobody is left who may have it sent. */
public final class UnsentSubscriptions {
    private UnsentSubscriptions() {}

    /** Each with its reason in one line. */
    public static List<String> lines(Session session) {
        return session.query(
                "select id, owner, problem from subscription where problem is not null order by id",
                row -> "subscription " + row.getLong(1) + " of " + row.getString(2) + ": " + row.getString(3));
    }
}
