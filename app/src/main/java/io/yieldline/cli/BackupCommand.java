package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.backup.BackupSettings;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.BackupOperation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a backup. */
@Command(
        mixinStandardHelpOptions = true,
        header = BackupOperation.PURPOSE,
        description = {
            "A backup is verified when it was read back and every table has the same checksum as in the"
                    + " database. Exports can be loaded during a backup.",
            "Retention keeps the newest backup of each of the last days, weeks and months. The newest"
                    + " verified backup is never removed."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline backup",
            "  yieldline backup --to /mnt/nas/yieldline",
            "  yieldline backup --keep-daily 14 --keep-monthly 36"
        })
final class BackupCommand extends PlantCommand<BackupOperation.Parameters, BackupOperation.Taken> {
    @Nullable
    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Also copy the backup to a folder on another disk: the files that are missing there, which"
                    + " are verified there (default: backup: copy_to of the settings). See: restore --from")
    Path to;

    @Option(
            names = "--keep-daily",
            paramLabel = "N",
            description = "Daily backups to keep (default: from the settings, or 7).")
    @Nullable
    Integer daily;

    @Option(
            names = "--keep-weekly",
            paramLabel = "N",
            description = "Weekly backups to keep (default: from the settings, or 4).")
    @Nullable
    Integer weekly;

    @Option(
            names = "--keep-monthly",
            paramLabel = "N",
            description = "Monthly backups to keep (default: from the settings, or 12).")
    @Nullable
    Integer monthly;

    @Override
    Operation<BackupOperation.Parameters, BackupOperation.Taken> operation() {
        return new BackupOperation();
    }

    @Override
    BackupOperation.Parameters parameters() {
        BackupSettings settings = BackupSettings.of(options().plant().settings());
        return new BackupOperation.Parameters(
                new BackupSettings(
                        daily == null ? settings.keepDaily() : daily,
                        weekly == null ? settings.keepWeekly() : weekly,
                        monthly == null ? settings.keepMonthly() : monthly),
                to == null ? copyTo() : to,
                to != null);
    }

    private @Nullable Path copyTo() {
        return BackupSettings.copyTo(options().plant()).orElse(null);
    }

    @Override
    void print(BackupOperation.Taken taken, Console console) {
        console.line("Backup " + taken.backup() + " created and verified: " + Counted.of(taken.rows(), "row") + ", "
                + BackupsText.size(taken.bytes()) + ".");
        BackupOperation.Copy copy = taken.copy();
        if (copy != null) {
            console.line("It was " + copy.summary() + ".");
        }
        taken.removed().forEach(name -> console.line("Removed old backup " + name + "."));
    }
}
