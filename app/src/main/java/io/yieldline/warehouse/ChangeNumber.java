package io.yieldline.warehouse;

/** Numbers the write transactions that change the source of marts. */
public final class ChangeNumber {
    private ChangeNumber() {}

    /** The number of the next change; with a single writer, the order of numbers is the order of commits. */
    public static long next(Session session) {
        return 1 + last(session);
    }

    /** The number of the last change, which a mart that is rebuilt now includes; 0 before the first. */
    public static long last(Session session) {
        return session.number("select max(change) from (select max(change) as change from touched"
                + " union all select max(change) from touched_unit"
                + " union all select max(change) from mart_state) changes");
    }
}
