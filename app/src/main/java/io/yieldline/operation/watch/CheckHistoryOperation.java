package io.yieldline.operation.watch;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.quality.CheckHistory;
import java.util.List;

/** Lists earlier check results. */
public final class CheckHistoryOperation implements Operation<CheckHistoryOperation.Parameters, TableResult> {
    @Override
    public String name() {
        return "check-history";
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
