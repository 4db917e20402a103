package io.yieldline.cli;

import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.RebuildOperation;
import picocli.CommandLine.Command;

/** Rebuilds all data. */
@Command(
        mixinStandardHelpOptions = true,
        header = RebuildOperation.PURPOSE,
        description = {
            "Loads every export again in the order of the receipts, and rebuilds all marts. Works without"
                    + " a database: a database that cannot be read is moved to damaged/ in the home",
            "Wiped and purged records stay out. If a rebuild is killed, the next one completes it."
        },
        footer = {"", "Examples:", "  yieldline rebuild"})
final class RebuildCommand extends PlantCommand<RebuildOperation.Parameters, RebuildOperation.Done> {
    @Override
    OpenPlant open(Console console) {
        return OpenPlant.recover(options().plant(), options().clock(), console::note);
    }

    @Override
    Operation<RebuildOperation.Parameters, RebuildOperation.Done> operation() {
        return new RebuildOperation();
    }

    @Override
    RebuildOperation.Parameters parameters() {
        return new RebuildOperation.Parameters();
    }

    @Override
    void print(RebuildOperation.Done done, Console console) {
        console.line(done.summary() + ".");
    }
}
