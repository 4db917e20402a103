package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.RunsOperation;
import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists runs. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        header = "List the latest runs: what, when, who, how it ended.",
        description =
                "A run that is unfinished and no longer works was killed; what it had not committed is not there.",
        footer = {"", "Examples:", "  yieldline --home plant runs --limit 50", "  yieldline --home plant runs 12"})
final class RunsCommand extends TableCommand<RunsOperation.Parameters> {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "All that is known of this run.")
    @Nullable
    Long run;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = Words.Limit.class,
            description = "At most so many (default: 20).")
    int limit = 20;

    @Override
    Operation<RunsOperation.Parameters, TableResult> operation() {
        return new RunsOperation();
    }

    @Override
    RunsOperation.Parameters parameters() {
        return new RunsOperation.Parameters(run, limit);
    }

    @Override
    void print(Table runs, Console console) {
        if (run == null) {
            console.table(RunsText.list(runs));
        } else {
            RunsText.details(runs).forEach(console::line);
        }
    }
}
