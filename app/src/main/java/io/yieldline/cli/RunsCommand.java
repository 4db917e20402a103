package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.RunsOperation;
import io.yieldline.warehouse.Table;
import java.util.List;
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
        footer = {"", "Examples:", "  yieldline --home plant runs --limit 50", "  yieldline --home plant runs show 12"})
final class RunsCommand extends TableCommand<RunsOperation.Parameters> {
    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = "All that is known of this run; \"show\" may stand before its number.")
    List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = OptionParsers.Limit.class,
            description = "At most so many (default: 20).")
    int limit = 20;

    @Override
    Operation<RunsOperation.Parameters, TableResult> operation() {
        return new RunsOperation();
    }

    @Override
    RunsOperation.Parameters parameters() {
        return new RunsOperation.Parameters(run(), limit);
    }

    @Override
    void print(Table runs, Console console) {
        if (words.isEmpty()) {
            console.table(RunsText.list(runs));
        } else {
            RunsText.details(runs).forEach(console::line);
        }
    }

    private @Nullable Long run() {
        if (words.isEmpty()) {
            return null;
        }
        boolean show = words.size() == 2 && words.get(0).equals("show");
        String number = words.get(words.size() - 1);
        if (!number.matches("\\d{1,18}") || words.size() == 2 && !show) {
            throw new UserError(
                    ExitCode.USAGE,
                    "\"" + String.join(" ", words) + "\" is no run; write its number, such as: runs show 12");
        }
        return Long.valueOf(number);
    }
}
