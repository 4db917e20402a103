package io.yieldline.operation.change;

import io.yieldline.backup.Purge;
import io.yieldline.operation.Context;

/** Deletes old records, and keeps them out. */
public final class PurgeOperation extends ChangingOperation<PurgeOperation.Parameters> {
    /** The name of this operation. */
    public static final String NAME = "purge";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Delete records older than a number of months, and keep them out.";

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
        return NAME + " --keep-months N";
    }

    @Override
    boolean freesSpace() {
        return true;
    }

    @Override
    Planned plan(Parameters parameters, Context context) {
        Purge purge = new Purge(
                context.feeds(),
                context.refresh(),
                context.receipts(),
                Purge.firstDay(context.today(), parameters.keepMonths()));
        return new Planned("purge of what is before " + purge.keptFrom(), purge);
    }

    /**
     * The parameters.
     *
     * @param keepMonths whole months to keep before the current one
     */
    public record Parameters(int keepMonths, boolean dryRun) implements ChangingOperation.Parameters {}
}
