package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.RunsOperation;
import io.yieldline.operation.TableResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        header = "List the latest runs: what, when, who, how it ended.",
        footer = {"", "Example:", "  yieldline --home plant runs --limit 50"})
final class RunsCommand extends TableCommand<RunsOperation.Parameters> {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (default: 20).")
    int limit = 20;

    @Override
    Operation<RunsOperation.Parameters, TableResult> operation() {
        return new RunsOperation();
    }

    @Override
    RunsOperation.Parameters parameters() {
        return new RunsOperation.Parameters(limit);
    }
}
