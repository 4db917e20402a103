package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.PurgeOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes old records. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        header = "Remove the records of old months, and keep them out.",
        description = {
            "The running month and N whole months before it are kept; the marts follow.",
            "Rows of later exports that are as old are left out and counted as purged.",
            "The archive keeps every export. A backup is taken before."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant purge --keep-months 24 --dry-run",
            "  yieldline --home plant purge --keep-months 24 --reason \"two years are enough\""
        })
final class PurgeCommand extends DestructiveCommand<PurgeOperation.Parameters> {
    @Option(
            names = "--keep-months",
            paramLabel = "N",
            required = true,
            converter = OptionParsers.Limit.class,
            description = "Whole months to keep beside the running one.")
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
