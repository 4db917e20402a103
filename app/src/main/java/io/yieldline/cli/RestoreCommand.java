package io.yieldline.cli;

import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.RestoreOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Restores a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        header = "Bring all data back to what a backup holds.",
        description = {
            "The backup is verified first. Exports that were loaded after it are loaded again from the archive.",
            "A database that cannot be read is moved to damaged/ in the home, and a new one takes its place.",
            "The run log stays as it is."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant restore latest --dry-run",
            "  yieldline --home plant restore 20250421-080000 --reason \"disk failed\""
        })
final class RestoreCommand extends DestructiveCommand<RestoreOperation.Parameters> {
    @Parameters(arity = "1", paramLabel = "NAME", description = "A backup, or latest: the newest verified one.")
    String backup = "latest";

    @Override
    OpenPlant open(Console console) {
        return dryRun
                ? super.open(console)
                : OpenPlant.recover(options().plant(), options().clock(), console::note);
    }

    @Override
    Operation<RestoreOperation.Parameters, Changed> operation() {
        return new RestoreOperation();
    }

    @Override
    RestoreOperation.Parameters parameters(boolean dry) {
        return new RestoreOperation.Parameters(backup, dry);
    }
}
