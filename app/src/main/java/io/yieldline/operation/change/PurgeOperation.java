package io.yieldline.operation.change;

import io.yieldline.backup.Purge;
import io.yieldline.operation.Context;

/** Removes records of old months, and keeps them out. */
public final class PurgeOperation extends ChangingOperation<PurgeOperation.Parameters> {
    @Override
    public String name() {
        return "purge";
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
     * What to keep.
     *
     * @param keepMonths whole months before the running one
     */
    public record Parameters(int keepMonths, boolean dryRun) implements ChangingOperation.Parameters {}
}
