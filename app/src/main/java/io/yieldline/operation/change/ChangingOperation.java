package io.yieldline.operation.change;

import io.yieldline.backup.Again;
import io.yieldline.backup.Change;
import io.yieldline.backup.UndoableChange;
import io.yieldline.backup.UndoableChange.Made;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.AggregateOperation;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A destructive operation: with dry run, backup and undo. */
abstract class ChangingOperation<P extends ChangingOperation.Parameters> implements Operation<P, Changed> {
    /** Parameters of every destructive operation. */
    public interface Parameters {
        /** Whether it is a dry run. */
        boolean dryRun();
    }

    /**
     * The change and its description.
     *
     * @param steps what it does beside changing rows, each in one line
     */
    record Planned(
            String what, List<String> steps, @Nullable Change change) {
        Planned(String what, Change change) {
            this(what, List.of(), change);
        }

        static Planned nothing(String what) {
            return new Planned(what, List.of(), null);
        }
    }

    abstract Planned plan(P parameters, Context context);

    /** Called after the change, before the look for findings: none may stand on data that is gone. */
    void made(P parameters, Context context) {}

    /** Whether it deletes so much that the database is compacted afterwards, and takes so long that its steps are told. */
    boolean freesSpace() {
        return false;
    }

    @Override
    public final Changed run(P parameters, Context context) {
        Planned planned = plan(parameters, context);
        UndoableChange recovery = context.undoableChange();
        Change change = planned.change();
        if (change == null) {
            return new Changed(
                    planned.what(),
                    planned.steps(),
                    parameters.dryRun(),
                    List.of(),
                    Again.NOTHING,
                    null,
                    null,
                    null,
                    List.of());
        }
        if (parameters.dryRun()) {
            Made preview = recovery.preview(change);
            return new Changed(
                    planned.what(),
                    planned.steps(),
                    true,
                    preview.effects(),
                    preview.again(),
                    null,
                    null,
                    null,
                    List.of());
        }
        long run = Objects.requireNonNull(context.runId());
        Consumer<String> steps = freesSpace() ? context.progress()::note : step -> {};
        Made made = recovery.make(change, planned.what(), run, steps);
        made(parameters, context);
        List<String> findings = AggregateOperation.findings(context).remarks();
        Freed freed = freesSpace() ? Freed.of(context, steps) : null;
        return new Changed(
                planned.what(),
                planned.steps(),
                false,
                made.effects(),
                made.again(),
                made.backup(),
                run,
                freed,
                findings);
    }
}
