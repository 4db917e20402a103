package io.yieldline.operation.load;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.store.Lake;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Snapshots;
import java.io.IOException;
import java.util.Optional;

/** Takes a snapshot of what exports and marts fill, and shows it as the newest version of the lake. */
public final class SnapshotOperation implements Operation<SnapshotOperation.Parameters, SnapshotOperation.Taken> {
    /** The name of this operation. */
    public static final String NAME = "snapshot";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE =
            "Write changed tables as Parquet files for other programs, as each refresh of the marts does.";

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
    public Taken run(Parameters parameters, Context context) {
        Snapshots snapshots = context.snapshots();
        Lake lake = new Lake(context.plant().home(), snapshots.store());
        Optional<Snapshot> before = lake.shown();
        Snapshot taken = publish(snapshots, lake, context);
        if (before.filter(same -> same.name().equals(taken.name())).isEmpty()) {
            snapshots.tidying().after(taken);
        }
        return new Taken(
                taken.name(),
                taken.rows(),
                taken.manifest().tables().size(),
                before.map(taken::newPieces).orElseGet(taken::pieces));
    }

    /** What the lake shows of the newest snapshot: one that is kept as a backup has more. */
    private static Snapshot publish(Snapshots snapshots, Lake lake, Context context) {
        try {
            return lake.publish(
                    snapshots.publish(context.warehouse()),
                    context.marts(),
                    snapshots.settings().versions());
        } catch (IOException e) {
            throw snapshots.store().unwritable(e);
        }
    }

    /** Takes one after a refresh, if the settings want it; what cannot be shown does not undo the refresh. */
    static Optional<String> afterRefresh(Context context) {
        if (!context.snapshots().settings().afterRefresh()) {
            return Optional.empty();
        }
        try {
            new SnapshotOperation().run(new Parameters(), context);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("the lake is as before: " + context.errors().explain(e));
        }
    }

    /** No parameters. */
    public record Parameters() {}

    /**
     * The newest snapshot.
     *
     * @param tables number of tables
     * @param pieces number of files that the version before did not have
     */
    public record Taken(String snapshot, long rows, int tables, long pieces) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return "snapshot " + snapshot + " with " + Counted.of(rows, "row") + " of " + Counted.of(tables, "table")
                    + (pieces == 0 ? "; nothing changed since" : "; " + Counted.of(pieces, "new file"));
        }
    }
}
