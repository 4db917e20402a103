package io.yieldline.operation.watch;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.quality.CheckHistory;
import java.util.List;

/** Lists earlier check results. */
public final class CheckHistoryOperation implements Operation<CheckHistoryOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "check-history";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List earlier results of the checks.";

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
    public TableResult run(Parameters parameters, Context context) {
        return new TableResult(new CheckHistory(context.warehouse()).table(parameters.checks(), parameters.limit()));
    }

    /**
     * The parameters.
     *
     * @param checks names of checks; empty for all
     * @param limit maximum number of results
     */
    public record Parameters(List<String> checks, int limit) {}
}
