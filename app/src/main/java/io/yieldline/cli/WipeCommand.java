package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.WipeOperation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Wipes tables. */
@Command(
        mixinStandardHelpOptions = true,
        header = WipeOperation.PURPOSE,
        description = {
            "Wiping a master log also deletes its history, its rejected rows and its exports in the"
                    + " ledger, and refreshes the marts; the exports can be loaded again. A wiped mart is stale"
                    + " until the next aggregate.",
            "The archive keeps every export. A backup is taken first. The database is compacted afterwards, and"
                    + " the space that it gives back is said."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline wipe testboard_master_log --dry-run",
            "  yieldline wipe packing_daily --yes",
            "  yieldline wipe --all --reason \"trial is over\""
        })
final class WipeCommand extends DestructiveCommand<WipeOperation.Parameters> {
    @Parameters(arity = "0..*", paramLabel = "TABLE", description = "Master logs, feeds or marts.")
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
