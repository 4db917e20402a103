package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.UndoOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Undoes a run. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        header = "Bring back what a run took away.",
        description = {
            "The backup that the run took is restored, and what was loaded since is loaded again from the archive.",
            "Whatever other runs took away since comes back too."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant undo 12 --dry-run",
            "  yieldline --home plant undo 12 --reason \"wrong table\""
        })
final class UndoCommand extends DestructiveCommand<UndoOperation.Parameters> {
    @Parameters(arity = "1", paramLabel = "RUN", description = "The number of the run, as in: yieldline runs.")
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
