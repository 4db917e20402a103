package io.yieldline.operation.change;

import io.yieldline.backup.Backup;
import io.yieldline.backup.Restore;
import io.yieldline.operation.Context;

/** Restores all data from a backup, and loads later exports again from the archive. */
public final class RestoreOperation extends ChangingOperation<RestoreOperation.Parameters> {
    /** The name of this operation. */
    public static final String NAME = "restore";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Restore all data from a backup.";

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
        return NAME + " NAME";
    }

    @Override
    Planned plan(Parameters parameters, Context context) {
        Backup backup = context.backups().named(parameters.backup());
        return new Planned("restore of " + backup.name(), restore(backup, context));
    }

    static Restore restore(Backup backup, Context context) {
        return new Restore(
                context.warehouse(),
                context.marts(),
                Restore.usable(context.backups(), backup, context.warehouse()),
                context.receipts(),
                () -> context.catchUp());
    }

    /**
     * What to restore.
     *
     * @param backup the name of a backup; {@code latest} is the newest verified one
     */
    public record Parameters(String backup, boolean dryRun) implements ChangingOperation.Parameters {}
}
