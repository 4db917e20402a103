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

/** Takes a verified backup, and removes old ones. Others may go on loading. */
public final class BackupOperation implements Operation<BackupOperation.Parameters, BackupOperation.Taken> {
    @Override
    public String name() {
        return "backup";
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
        return new Taken(backup.name(), backup.rows(), backup.bytes(), backups.expire(parameters.keep()));
    }

    /**
     * How it is done.
     *
     * @param keep how many backups are kept
     */
    public record Parameters(BackupSettings keep) {}

    /**
     * A backup that was taken and read back.
     *
     * @param backup its name
     * @param rows rows of all tables
     * @param bytes its size on disk
     * @param removed names of old backups that no rule kept
     */
    public record Taken(String backup, long rows, long bytes, List<String> removed) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return "backup " + backup + " taken and verified, " + Counted.of(rows, "row")
                    + (removed.isEmpty() ? "" : "; " + Counted.of(removed.size(), "old backup") + " removed");
        }
    }
}
