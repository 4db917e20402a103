package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.VerifyBackupOperation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads backups back. */
@Command(
        name = "verify-backup",
        mixinStandardHelpOptions = true,
        header = "Read backups back and compare them with what they were taken from.",
        description = "A damaged one is marked so, and no longer counts. Exit code 3 when one is damaged.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant verify-backup",
            "  yieldline --home plant verify-backup 20250421-080000",
            "  yieldline --home plant verify-backup --all"
        })
final class VerifyBackupCommand extends PlantCommand<VerifyBackupOperation.Parameters, VerifyBackupOperation.Verified> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one (default: the newest verified one).")
    @Nullable
    String backup;

    @Option(names = "--all", description = "All of them.")
    boolean all;

    @Override
    Operation<VerifyBackupOperation.Parameters, VerifyBackupOperation.Verified> operation() {
        return new VerifyBackupOperation();
    }

    @Override
    VerifyBackupOperation.Parameters parameters() {
        if (all && backup != null) {
            throw new UserError(ExitCode.USAGE, "write the name of a backup or --all, not both");
        }
        return new VerifyBackupOperation.Parameters(backup, all);
    }

    @Override
    void print(VerifyBackupOperation.Verified verified, Console console) {
        console.table(BackupsText.list(verified.backups()));
        console.line(verified.summary() + ".");
    }
}
