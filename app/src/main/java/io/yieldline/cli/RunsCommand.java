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
        mixinStandardHelpOptions = true,
        header = RunsOperation.PURPOSE,
        description = "An unfinished run that is no longer active was killed. Only its committed changes are kept.",
        footer = {"", "Examples:", "  yieldline runs --limit 50", "  yieldline runs show 12"})
final class RunsCommand extends TableCommand<RunsOperation.Parameters> {
    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = "Show all details of this run; \"show\" before the number is optional.")
    List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of entries (default: 20).")
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
                    "\"" + String.join(" ", words) + "\" is not a valid run number; write it like: runs show 12");
        }
        return Long.valueOf(number);
    }
}
