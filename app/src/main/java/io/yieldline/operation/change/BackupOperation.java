package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.backup.Backup;
import io.yieldline.backup.BackupSettings;
import io.yieldline.backup.Backups;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.util.List;

/** Creates a verified backup, and removes old ones. Exports can be loaded meanwhile. */
public final class BackupOperation implements Operation<BackupOperation.Parameters, BackupOperation.Taken> {
    /** The name of this operation. */
    public static final String NAME = "backup";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Back up all tables, verify the backup, and remove old backups.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Taken run(Parameters parameters, Context context) {
        Backups backups = context.backups();
        String reason = context.caller().reason();
        Backup backup = backups.take(
                context.warehouse(),
                reason == null ? "asked for by " + context.caller().user() : reason,
                null);
        List<String> removed = backups.expire(parameters.keep());
        backups.verifyInTurn();
        return new Taken(backup.name(), backup.rows(), backup.bytes(), removed);
    }

    /**
     * The parameters.
     *
     * @param keep the retention
     */
    public record Parameters(BackupSettings keep) {}

    /**
     * A verified backup.
     *
     * @param backup its name
     * @param rows rows of all tables
     * @param bytes its size on disk
     * @param removed names of deleted backups
     */
    public record Taken(String backup, long rows, long bytes, List<String> removed) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return "backup " + backup + " created and verified, " + Counted.of(rows, "row")
                    + (removed.isEmpty() ? "" : "; " + Counted.of(removed.size(), "old backup") + " removed");
        }
    }
}
