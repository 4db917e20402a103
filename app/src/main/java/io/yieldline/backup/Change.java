package io.yieldline.backup;

import io.yieldline.warehouse.Session;

/** Something that takes data away or replaces it. */
public interface Change {
    /** Does it, in one transaction, which may be taken back afterwards to see what it would do. */
    void apply(Session session);

    /** Tells the files beside the database, just before the change is kept. A crash after it must do no harm. */
    default void announce() {}

    /** What is left to do when the change is kept. A crash before it must do no harm. */
    default void settle() {}
}
