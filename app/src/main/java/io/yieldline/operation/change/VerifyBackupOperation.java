package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.backup.Backup;
import io.yieldline.backup.Backups;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies backups. */
public final class VerifyBackupOperation
        implements Operation<VerifyBackupOperation.Parameters, VerifyBackupOperation.Verified> {
    /** The name of this operation. */
    public static final String NAME = "verify-backup";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Verify backups: read them back and compare the checksums.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [NAME] [--all]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Verified run(Parameters parameters, Context context) {
        Backups backups = context.backups();
        List<Backup> verified = verified(parameters, backups);
        return new Verified(
                BackupsOperation.table(verified),
                verified.stream().filter(backup -> !backup.verified()).count());
    }

    private static List<Backup> verified(Parameters parameters, Backups backups) {
        if (!parameters.all()) {
            String name = parameters.backup();
            return List.of(backups.verify(backups.named(name == null ? Backups.LATEST : name)));
        }
        if (backups.all().isEmpty()) {
            throw new UserError("there is no backup yet; take one with: yieldline backup");
        }
        return backups.verifyAll();
    }

    /**
     * What to verify.
     *
     * @param backup its name; null for the newest verified one
     * @param all whether to verify all backups
     */
    public record Parameters(@Nullable String backup, boolean all) {}

    /**
     * The result.
     *
     * @param damaged number of damaged backups
     */
    public record Verified(Table backups, long damaged) implements Result {
        @Override
        public ExitCode exitCode() {
            return damaged == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }

        @Override
        public String summary() {
            return Counted.of(backups.rows().size(), "backup") + " read back, "
                    + (damaged == 0 ? "all as they were taken" : damaged + " damaged");
        }
    }
}
