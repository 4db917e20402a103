package io.yieldline.operation.ask;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.RunLog;
import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import org.jspecify.annotations.Nullable;

/** Lists the latest runs, or one of them. */
public final class RunsOperation implements Operation<RunsOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "runs";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List the latest runs with time, user, outcome and result.";

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
        return NAME + " [RUN]";
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        Table runs = parameters.run() == null
                ? RunLog.latest(context.warehouse(), parameters.limit())
                : RunLog.one(context.warehouse(), parameters.run());
        if (parameters.run() != null && runs.rows().isEmpty()) {
            throw new UserError(ExitCode.USAGE, "there is no run " + parameters.run() + "; see: yieldline runs");
        }
        return new TableResult(runs);
    }

    /**
     * The parameters.
     *
     * @param run the number of one run; null for the latest
     * @param limit maximum number of runs
     */
    public record Parameters(@Nullable Long run, int limit) {}
}
