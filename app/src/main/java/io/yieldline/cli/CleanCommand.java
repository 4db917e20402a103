package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.CleanOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts right what a hand in the database has spoilt. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        header = "Put right duplicates or altered tables.",
        description = {
            "duplicates  of records that share their identity the one that was exported last stays",
            "schema      tables and views that are not as this version makes them are made anew, from the archive",
            "            if need be; what is not Yieldline's is left alone",
            "A backup is taken before."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant clean duplicates --dry-run",
            "  yieldline --home plant clean schema --yes --reason \"a column was dropped by hand\""
        })
final class CleanCommand extends DestructiveCommand<CleanOperation.Parameters> {
    @Parameters(arity = "1", paramLabel = "WHAT", description = "duplicates or schema.")
    CleanOperation.What what = CleanOperation.What.DUPLICATES;

    @Override
    Operation<CleanOperation.Parameters, Changed> operation() {
        return new CleanOperation();
    }

    @Override
    CleanOperation.Parameters parameters(boolean dry) {
        return new CleanOperation.Parameters(what, dry);
    }
}
