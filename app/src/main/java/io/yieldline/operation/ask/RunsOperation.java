package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.RunLog;
import io.yieldline.operation.RunSteps;
import io.yieldline.warehouse.Table;
import org.jspecify.annotations.Nullable;

/** Lists the latest runs, or one of them. */
public final class RunsOperation implements Operation<RunsOperation.Parameters, RunsOperation.Found> {
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
    public Found run(Parameters parameters, Context context) {
        return parameters.run() == null
                ? new Found(RunLog.latest(context.warehouse(), parameters.limit()), null)
                : one(parameters.run(), context);
    }

    private static Found one(long run, Context context) {
        Table found = RunLog.one(context.warehouse(), run);
        if (found.rows().isEmpty()) {
            throw new UserError(ExitCode.USAGE, "there is no run " + run + "; see: yieldline runs");
        }
        return new Found(found, RunSteps.of(context.warehouse(), run));
    }

    /**
     * The parameters.
     *
     * @param run the number of one run; null for the latest
     * @param limit maximum number of runs
     */
    public record Parameters(@Nullable Long run, int limit) {}

    /**
     * The runs that were asked for.
     *
     * @param steps the steps of the one run; null for a list
     */
    public record Found(Table runs, @Nullable Table steps) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(runs.rows().size(), "run");
        }
    }
}
