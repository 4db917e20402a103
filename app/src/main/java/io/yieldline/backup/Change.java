package io.yieldline.backup;

import io.yieldline.warehouse.Session;

/** A destructive change. */
public interface Change {
    /** Makes the change in one transaction, which is rolled back for a dry run. */
    void apply(Session session);

    /** Updates the files outside the database just before the commit. A crash afterwards must do no harm. */
    default void announce() {}

    /** Completes the change after the commit. A crash before it must do no harm. */
    default void settle() {}
}
