package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.backup.Backup;
import io.yieldline.backup.BackupSettings;
import io.yieldline.backup.Backups;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return new Taken(backup.name(), backup.rows(), backup.bytes(), removed, copied(backup, backups, parameters));
    }

    /** The copies expire as the backups do, and are read back in turn as they are. */
    private static @Nullable Copy copied(Backup backup, Backups backups, Parameters parameters) {
        Path to = parameters.to();
        if (to == null) {
            return null;
        }
        try {
            Backups there = backups.in(to);
            if (!parameters.first() && there.all().isEmpty()) {
                throw new UserError("there is no backup in " + to
                        + "; mount the disk, or start copying to this folder with:" + " yieldline backup --to " + to);
            }
            Backups.Copied copied = there.copy(backup, backups);
            there.expire(parameters.keep());
            there.verifyInTurn();
            return new Copy(
                    to.toString(), copied.pieces(), copied.bytes(), there.all().size());
        } catch (UserError e) {
            throw new UserError(
                    "backup " + backup.name() + " was created and verified, but not copied: " + e.getMessage());
        }
    }

    /**
     * The parameters.
     *
     * @param keep the retention
     * @param to folder that gets a copy, such as another disk; null for none
     * @param first whether it may be the first one there: the folder of a disk that is not mounted is empty, too
     */
    public record Parameters(BackupSettings keep, @Nullable Path to, boolean first) {
        /** Without a copy. */
        public Parameters(BackupSettings keep) {
            this(keep, null, false);
        }
    }

    /**
     * A verified backup.
     *
     * @param backup its name
     * @param rows rows of all tables
     * @param bytes its size on disk
     * @param removed names of deleted backups
     * @param copy its copy; null if none was asked for
     */
    public record Taken(
            String backup,
            long rows,
            long bytes,
            List<String> removed,
            @Nullable Copy copy) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return "backup " + backup + " created and verified, " + Counted.of(rows, "row")
                    + (removed.isEmpty() ? "" : "; " + Counted.of(removed.size(), "old backup") + " removed")
                    + (copy == null ? "" : "; " + copy.summary());
        }
    }

    /**
     * A copy on another disk, verified there.
     *
     * @param folder where it is
     * @param pieces number of files that were missing there
     * @param bytes their size
     * @param backups number of backups that are there now
     */
    public record Copy(String folder, int pieces, long bytes, int backups) {
        /** The copy in words. */
        public String summary() {
            return "copied to " + folder + " (" + Counted.of(pieces, "new file") + ", verified there), which has "
                    + Counted.of(backups, "backup") + " now";
        }
    }
}
