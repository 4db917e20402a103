package io.yieldline.store;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Warehouse;
import java.util.Optional;

/**
 * The snapshot that a database names as its newest.
 *
 * @param change the last change of the database that it holds
 */
record SnapshotBase(String snapshot, long change) {
    /** That of a database; empty if it never had one, or is older than snapshots. */
    static Optional<SnapshotBase> of(Warehouse warehouse) {
        return warehouse.read(session -> known(session)
                ? session.first(
                        "select snapshot, change from snapshot_base where snapshot is not null",
                        row -> new SnapshotBase(row.getString(1), row.getLong(2)))
                : Optional.empty());
    }

    /** Notes a snapshot in its database, beside whatever is being loaded. */
    static void remember(Warehouse warehouse, Snapshot taken) {
        if (warehouse.read(SnapshotBase::known)) {
            warehouse.noteAll(session -> session.execute(
                    "update snapshot_base set snapshot = ?, change = ?",
                    taken.name(),
                    taken.manifest().change()));
        }
    }

    private static boolean known(Session session) {
        return StoredTables.exists(session, "snapshot_base");
    }
}
