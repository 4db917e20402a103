package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.RunsOperation;
import io.yieldline.operation.ask.RunsOperation.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists runs. */
@Command(
        mixinStandardHelpOptions = true,
        header = RunsOperation.PURPOSE,
        description = "An unfinished run that is no longer active was killed. Only its committed changes are kept.",
        footer = {"", "Examples:", "  yieldline runs --limit 50", "  yieldline runs show 12"})
final class RunsCommand extends PlantCommand<RunsOperation.Parameters, Found> {
    @Mixin
    FormatOption format = new FormatOption();

    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = "Show all details of this run and its steps; \"show\" before the number is optional.")
    List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of entries (default: 20).")
    int limit = 20;

    @Override
    Operation<RunsOperation.Parameters, Found> operation() {
        return new RunsOperation();
    }

    @Override
    RunsOperation.Parameters parameters() {
        return new RunsOperation.Parameters(run(), limit);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Found found) {
        return RunsText.all(found);
    }

    @Override
    void print(Found found, Console console) {
        switch (format.format) {
            case TABLE -> RunsText.print(found, console);
            case CSV -> console.csv(found.runs());
            case JSON -> console.json(json(found));
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
