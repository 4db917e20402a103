package io.yieldline.cli;

import io.yieldline.backup.Backups;
import io.yieldline.operation.DatabaseReplacement;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.RestoreOperation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup. */
@Command(
        mixinStandardHelpOptions = true,
        header = RestoreOperation.PURPOSE,
        description = "The backup is verified first. Exports that were loaded after the backup are loaded again"
                + " from the archive. A database that cannot be read is moved to damaged/ in the home after the"
                + " question was answered, and a new one is created. The run log is kept.",
        footer = {
            "",
            "Examples:",
            "  yieldline restore latest --dry-run",
            "  yieldline restore 20250421-080000 --reason \"disk failed\"",
            "  yieldline restore latest --from /mnt/nas/yieldline"
        })
final class RestoreCommand extends DestructiveCommand<RestoreOperation.Parameters> {
    @Parameters(
            arity = "1",
            paramLabel = "NAME",
            description = "Name of the backup, or latest: the newest verified backup.")
    String backup = Backups.LATEST;

    @Nullable
    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Folder that backups were copied to with backup --to. The backup is copied into the store of"
                    + " the plant first.")
    Path from;

    @Override
    public Integer call() {
        lookAtDatabase(options().console());
        DatabaseReplacement due = replacement;
        return due != null && dryRun ? planned(due, options().console()) : super.call();
    }

    private int planned(DatabaseReplacement due, Console console) {
        Changed planned = RestoreOperation.planned(
                backup, from, options().plant(), options().clock(), due.rows());
        if (console.json()) {
            console.json(planned);
        } else {
            console.line(due.damage().getMessage() + ".");
            print(planned, console);
        }
        return planned.exitCode().number();
    }

    /** A damaged database is moved away only after the question was answered. */
    @Override
    OpenPlant open(Console console) {
        DatabaseReplacement due = replacement;
        if (due == null) {
            return super.open(console);
        }
        Changed planned = RestoreOperation.planned(
                backup, from, options().plant(), options().clock(), due.rows());
        if (!yes) {
            console.note(due.damage().getMessage());
            confirm(planned, console);
            yes = true;
        }
        replacement = null;
        return due.make(false, console::note, console.progress());
    }

    @Override
    boolean repairs() {
        return !dryRun;
    }

    @Override
    Operation<RestoreOperation.Parameters, Changed> operation() {
        return new RestoreOperation();
    }

    @Override
    RestoreOperation.Parameters parameters(boolean dry) {
        return new RestoreOperation.Parameters(backup, from, dry);
    }
}
