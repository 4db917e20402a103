package io.yieldline.operation.ask;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.store.Snapshot;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the snapshots, newest first. */
public final class SnapshotsOperation implements Operation<SnapshotsOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "snapshots";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List the snapshots that --as-of and diff can read.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        List<Snapshot> snapshots = context.snapshots().store().all();
        Map<LocalDate, Snapshot> evenings = new HashMap<>();
        snapshots.forEach(snapshot -> evenings.putIfAbsent(day(snapshot), snapshot));
        String log = context.feeds().all().get(0).masterLog();
        return new TableResult(Table.of(
                snapshots,
                List.of(
                        new Field<>("snapshot", Snapshot::name),
                        new Field<>("taken_at", snapshot -> snapshot.manifest().takenAt()),
                        new Field<>("backup", Snapshot::kept),
                        new Field<>("evening", snapshot -> snapshot.equals(evenings.get(day(snapshot)))),
                        new Field<>(
                                "records",
                                snapshot -> snapshot.manifest().table(log).isPresent()),
                        new Field<>("exports", SnapshotsOperation::exports),
                        new Field<>("rows", Snapshot::rows),
                        new Field<>("bytes", Snapshot::bytes),
                        new Field<>("program", snapshot -> snapshot.manifest().program()))));
    }

    private static LocalDate day(Snapshot snapshot) {
        return snapshot.manifest().takenAt().toLocalDate();
    }

    private static @Nullable Long exports(Snapshot snapshot) {
        return snapshot.manifest().table("export").map(StoredTable::rows).orElse(null);
    }

    /** No parameters. */
    public record Parameters() {}
}
