package io.yieldline.cli;

import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.RestoreOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Restores a backup. */
@Command(
        mixinStandardHelpOptions = true,
        header = RestoreOperation.PURPOSE,
        description = "The backup is verified first. Exports that were loaded after the backup are loaded again"
                + " from the archive. A database that cannot be read is moved to damaged/ in the home and a new one"
                + " is created. The run log is kept.",
        footer = {
            "",
            "Examples:",
            "  yieldline restore latest --dry-run",
            "  yieldline restore 20250421-080000 --reason \"disk failed\""
        })
final class RestoreCommand extends DestructiveCommand<RestoreOperation.Parameters> {
    @Parameters(
            arity = "1",
            paramLabel = "NAME",
            description = "Name of the backup, or latest: the newest verified backup.")
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
