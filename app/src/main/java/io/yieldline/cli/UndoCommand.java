package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.UndoOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Undoes a run. */
@Command(
        mixinStandardHelpOptions = true,
        header = UndoOperation.PURPOSE,
        description = "Restores the backup that the run took, and loads again from the archive what was loaded"
                + " since. This also undoes all later destructive runs.",
        footer = {"", "Examples:", "  yieldline undo 12 --dry-run", "  yieldline undo 12 --reason \"wrong table\""})
final class UndoCommand extends DestructiveCommand<UndoOperation.Parameters> {
    @Parameters(arity = "1", paramLabel = "RUN", description = "Number of the run, see: yieldline runs")
    long run;

    @Override
    Operation<UndoOperation.Parameters, Changed> operation() {
        return new UndoOperation();
    }

    @Override
    UndoOperation.Parameters parameters(boolean dry) {
        return new UndoOperation.Parameters(run, dry);
    }
}
