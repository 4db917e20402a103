package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.watch.CheckHistoryOperation;
import io.yieldline.warehouse.Table;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Implements {@code check --history}. */
final class CheckHistoryCommand extends TableCommand<CheckHistoryOperation.Parameters> {
    private final List<String> checks;
    private final int limit;

    CheckHistoryCommand(CommandSpec spec, List<String> checks, int limit, FormatOption format) {
        this.spec = spec;
        this.checks = checks;
        this.limit = limit;
        this.format = format;
    }

    @Override
    Operation<CheckHistoryOperation.Parameters, TableResult> operation() {
        return new CheckHistoryOperation();
    }

    @Override
    CheckHistoryOperation.Parameters parameters() {
        return new CheckHistoryOperation.Parameters(checks, limit);
    }

    @Override
    void print(Table results, Console console) {
        console.table(results);
    }
}
