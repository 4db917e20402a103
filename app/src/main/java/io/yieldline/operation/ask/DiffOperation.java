package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.mart.Marts;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.store.Evenings;
import io.yieldline.store.SnapshotComparison;
import io.yieldline.store.SnapshotDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the marts of two snapshots, and names the exports between them. */
public final class DiffOperation implements Operation<DiffOperation.Parameters, DiffOperation.Compared> {
    /** The name of this operation. */
    public static final String NAME = "diff";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE =
            "Show which numbers of the marts changed between two snapshots, and through which exports.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " SNAPSHOT [SNAPSHOT]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Compared run(Parameters parameters, Context context) {
        Marts marts = context.marts();
        Evenings evenings = context.snapshots().evenings();
        return new Compared(new SnapshotComparison(
                        evenings.named(parameters.before()), evenings.named(parameters.after()), parameters.limit())
                .of(parameters.mart() == null ? marts.all() : List.of(marts.get(parameters.mart()))));
    }

    /**
     * The parameters.
     *
     * @param before the earlier snapshot: its name, a day, or {@code latest}
     * @param after the later one, in the same way
     * @param mart only this mart; null for all
     * @param limit maximum number of cells to list; null for all
     */
    public record Parameters(
            String before,
            String after,
            @Nullable String mart,
            @Nullable Long limit) {}

    /** The difference. */
    public record Compared(SnapshotDifference difference) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return difference.cells();
        }

        @Override
        public String summary() {
            return Counted.of(difference.cells(), "cell") + " of "
                    + Counted.of(difference.marts().size(), "mart") + " changed from snapshot " + difference.before()
                    + " to " + difference.after() + ", with "
                    + Counted.of(difference.exports().size(), "export") + " between the two";
        }
    }
}
