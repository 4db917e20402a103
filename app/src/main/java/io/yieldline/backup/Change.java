package io.yieldline.backup;

import io.yieldline.warehouse.Session;
import java.util.Set;

/** A destructive change. */
public interface Change {
    /** Makes the change in one transaction, which is rolled back for a dry run. */
    void apply(Session session);

    /** The hashes of the exports that {@link #settle} loads again from the archive, asked after {@link #apply}. */
    default Set<String> reloads(Session session) {
        return Set.of();
    }

    /** Updates the files outside the database just before the commit. A crash afterwards must do no harm. */
    default void announce() {}

    /** Completes the change after the commit. A crash before it must do no harm. */
    default void settle() {}
}
