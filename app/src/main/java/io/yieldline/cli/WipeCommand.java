package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.WipeOperation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Empties tables. */
@Command(
        name = "wipe",
        mixinStandardHelpOptions = true,
        header = "Empty master logs or marts.",
        description = {
            "With a master log go its history, its rejected rows and its exports in the ledger, and the marts follow:",
            "the exports can be loaded again. A mart that is wiped is stale until the next aggregate.",
            "The archive keeps every export. A backup is taken before."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant wipe testboard_master_log --dry-run",
            "  yieldline --home plant wipe packing_daily --yes",
            "  yieldline --home plant wipe --all --reason \"trial is over\""
        })
final class WipeCommand extends DestructiveCommand<WipeOperation.Parameters> {
    @Parameters(arity = "0..*", paramLabel = "TABLE", description = "Master logs, or their feeds, or marts.")
    List<String> tables = List.of();

    @Option(names = "--all", description = "All master logs and marts.")
    boolean all;

    @Override
    Operation<WipeOperation.Parameters, Changed> operation() {
        return new WipeOperation();
    }

    @Override
    WipeOperation.Parameters parameters(boolean dry) {
        return new WipeOperation.Parameters(tables, all, dry);
    }
}
