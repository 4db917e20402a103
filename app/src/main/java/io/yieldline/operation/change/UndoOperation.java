package io.yieldline.operation.change;

import io.yieldline.backup.Backup;
import io.yieldline.operation.Context;
import java.util.Objects;

/** Undoes a run: restores its backup, and loads later exports again. */
public final class UndoOperation extends ChangingOperation<UndoOperation.Parameters> {
    /** The name of this operation. */
    public static final String NAME = "undo";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Undo a destructive run.";

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
        return NAME + " RUN";
    }

    @Override
    Planned plan(Parameters parameters, Context context) {
        Backup backup = context.undoableChange().before(parameters.run());
        return new Planned("undo of run " + parameters.run(), RestoreOperation.restore(backup, context));
    }

    @Override
    void made(Parameters parameters, Context context) {
        context.undoableChange().undone(parameters.run(), Objects.requireNonNull(context.runId()));
    }

    /**
     * What to undo.
     *
     * @param run the destructive run
     */
    public record Parameters(long run, boolean dryRun) implements ChangingOperation.Parameters {}
}
