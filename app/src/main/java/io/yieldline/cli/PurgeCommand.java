package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.PurgeOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes old records. */
@Command(
        mixinStandardHelpOptions = true,
        header = PurgeOperation.PURPOSE,
        description = {
            "Keeps the current month and N whole months before it. The marts are refreshed. Rows of later"
                    + " exports that are older are left out and counted as purged.",
            "The archive keeps every export. A backup is taken first, and deleted after some days: see keep_daily"
                    + " in yieldline.yaml. Then the database is compacted, and the space that it gives back is"
                    + " said. That takes free space of the size of the database for a while."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline purge --keep-months 24 --dry-run",
            "  yieldline purge --keep-months 24 --reason \"two years are enough\""
        })
final class PurgeCommand extends DestructiveCommand<PurgeOperation.Parameters> {
    @Option(
            names = "--keep-months",
            paramLabel = "N",
            required = true,
            converter = OptionParsers.Limit.class,
            description = "Whole months to keep before the current month.")
    int keepMonths;

    @Override
    Operation<PurgeOperation.Parameters, Changed> operation() {
        return new PurgeOperation();
    }

    @Override
    PurgeOperation.Parameters parameters(boolean dry) {
        return new PurgeOperation.Parameters(keepMonths, dry);
    }
}
