package io.yieldline.cli;

import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.RebuildOperation;
import picocli.CommandLine.Command;

/** Makes all data anew. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        header = "Make all data anew from the archive.",
        description = {
            "Every export is loaded again in the order of the receipts, and all marts are rebuilt.",
            "Works without a database too: one that cannot be read is moved to damaged/ in the home.",
            "What was wiped stays out; what was purged too. A rebuild that was killed is finished by the next one."
        },
        footer = {"", "Examples:", "  yieldline --home plant rebuild"})
final class RebuildCommand extends PlantCommand<RebuildOperation.Parameters, RebuildOperation.Anew> {
    @Override
    OpenPlant open(Console console) {
        return OpenPlant.recover(options().plant(), options().clock(), console::note);
    }

    @Override
    Operation<RebuildOperation.Parameters, RebuildOperation.Anew> operation() {
        return new RebuildOperation();
    }

    @Override
    RebuildOperation.Parameters parameters() {
        return new RebuildOperation.Parameters();
    }

    @Override
    void print(RebuildOperation.Anew anew, Console console) {
        console.line(anew.summary() + ".");
    }
}
