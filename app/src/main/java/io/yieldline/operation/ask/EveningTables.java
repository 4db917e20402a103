package io.yieldline.operation.ask;

import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.store.Snapshot;
import io.yieldline.store.SnapshotTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.WarehouseException;
import java.time.LocalDate;
import java.util.function.Function;

/** Marts and views as they were on the evening of a day: in the last snapshot of that day, or of the day before that had one. */
final class EveningTables {
    private EveningTables() {}

    /**
     * Runs queries on that snapshot.
     *
     * @param table the mart or view that they are about
     * @throws UserError if there is no snapshot so old, or it no longer has what the table needs
     */
    static <T> T read(String table, LocalDate day, Context context, Function<Session, T> work) {
        Snapshot evening = context.snapshots()
                .asOf(day)
                .orElseThrow(() -> new UserError("there is no snapshot of " + day
                        + " or earlier; each refresh of the marts takes one, see store: evenings in yieldline.yaml"));
        try {
            return SnapshotTables.read(evening, context.feeds(), work);
        } catch (WarehouseException e) {
            if (e.missing()) {
                throw new UserError("snapshot " + evening.name() + " no longer has what " + table
                        + " needs: of an earlier evening only marts are kept; show a mart, see: yieldline marts");
            }
            throw e;
        }
    }
}
