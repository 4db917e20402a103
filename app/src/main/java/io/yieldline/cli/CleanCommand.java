package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.CleanOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Repairs manual changes of the database. */
@Command(
        mixinStandardHelpOptions = true,
        header = CleanOperation.PURPOSE,
        description = {
            "duplicates  of records with the same identity, keeps the latest exported one",
            "schema      re-creates altered tables and views, if needed from the archive;",
            "            drops tables of marts whose files were removed; leaves tables alone that do not",
            "            belong to Yieldline",
            "A backup is taken first."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline clean duplicates --dry-run",
            "  yieldline clean schema --yes --reason \"a column was dropped by hand\""
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
