package io.yieldline.operation;

/** Lists the latest runs. */
public final class RunsOperation implements Operation<RunsOperation.Parameters, TableResult> {
    @Override
    public String name() {
        return "runs";
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        return new TableResult(RunLog.latest(context.warehouse(), parameters.limit()));
    }

    /** How many runs, at most. */
    public record Parameters(int limit) {}
}
