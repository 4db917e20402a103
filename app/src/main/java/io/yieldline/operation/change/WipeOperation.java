package io.yieldline.operation.change;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.backup.Wipe;
import io.yieldline.operation.Context;
import java.util.List;

/** Wipes master logs or marts. The exports stay in the archive. */
public final class WipeOperation extends ChangingOperation<WipeOperation.Parameters> {
    /** The name of this operation. */
    public static final String NAME = "wipe";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Delete all records of master logs, or all rows of marts.";

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
        return NAME + " TABLE... | --all";
    }

    @Override
    boolean freesSpace() {
        return true;
    }

    @Override
    Planned plan(Parameters parameters, Context context) {
        if (parameters.all()) {
            return new Planned(
                    "wipe of all tables",
                    Wipe.all(context.warehouse(), context.marts(), context.refresh(), context.receipts()));
        }
        return new Planned(
                "wipe of " + String.join(", ", parameters.tables()),
                Wipe.of(
                        parameters.tables(),
                        context.warehouse(),
                        context.marts(),
                        context.refresh(),
                        context.receipts()));
    }

    /**
     * The parameters.
     *
     * @param tables master logs, feeds or marts
     * @param all whether to wipe everything
     */
    public record Parameters(List<String> tables, boolean all, boolean dryRun) implements ChangingOperation.Parameters {
        /** Refuses ambiguous parameters. */
        public Parameters {
            if (tables.isEmpty() != all) {
                throw new UserError(ExitCode.USAGE, "name tables to wipe, or write --all, not both");
            }
        }
    }
}
