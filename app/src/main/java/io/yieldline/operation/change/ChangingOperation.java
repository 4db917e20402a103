package io.yieldline.operation.change;

import io.yieldline.backup.Change;
import io.yieldline.backup.UndoableChange;
import io.yieldline.backup.UndoableChange.Made;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operation that takes data away or replaces it: shown beforehand, after a backup, and undone on request. */
abstract class ChangingOperation<P extends ChangingOperation.Parameters> implements Operation<P, Changed> {
    /** What every such operation is told. */
    public interface Parameters {
        /** Whether it is only to say what it would do. */
        boolean dryRun();
    }

    /** What is to be done, in words and in deed. */
    record Planned(String what, @Nullable Change change) {
        static Planned nothing(String what) {
            return new Planned(what, null);
        }
    }

    abstract Planned plan(P parameters, Context context);

    /** Told when the change is made. */
    void made(P parameters, Context context) {}

    @Override
    public final Changed run(P parameters, Context context) {
        Planned planned = plan(parameters, context);
        UndoableChange recovery = context.undoableChange();
        Change change = planned.change();
        if (change == null) {
            return new Changed(planned.what(), parameters.dryRun(), List.of(), null, null);
        }
        if (parameters.dryRun()) {
            return new Changed(planned.what(), true, recovery.preview(change), null, null);
        }
        long run = Objects.requireNonNull(context.runId());
        Made made = recovery.make(change, planned.what(), run);
        made(parameters, context);
        return new Changed(planned.what(), false, made.effects(), made.backup(), run);
    }
}
