package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.VerifyBackupOperation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies backups. */
@Command(
        mixinStandardHelpOptions = true,
        header = VerifyBackupOperation.PURPOSE,
        description = "A damaged backup is marked and no longer used. Exit code 3: a backup is damaged.",
        footer = {
            "",
            "Examples:",
            "  yieldline verify-backup",
            "  yieldline verify-backup 20250421-080000",
            "  yieldline verify-backup --all"
        })
final class VerifyBackupCommand extends PlantCommand<VerifyBackupOperation.Parameters, VerifyBackupOperation.Verified> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Name of the backup (default: the newest verified backup).")
    @Nullable
    String backup;

    @Option(names = "--all", description = "Verify all backups.")
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
