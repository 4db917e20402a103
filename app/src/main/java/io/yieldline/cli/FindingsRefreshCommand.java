package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.FindOperation;
import io.yieldline.operation.load.FindOperation.Looked;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for findings. */
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        header = FindOperation.PURPOSE,
        description = {
            "Nothing is done while data, rules and settings are as before.",
            "--replay-from forgets all findings except the notes and looks day by day, each time as if later days were"
                    + " not known. After exports of many days were loaded at once, it shows what would have been known when."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline findings refresh",
            "  yieldline findings refresh --replay-from 2025-04-01"
        })
final class FindingsRefreshCommand extends PlantCommand<FindOperation.Parameters, Looked> {
    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "Last day to look at (default: the newest complete day with records).")
    @Nullable
    LocalDate day;

    @Option(names = "--replay-from", paramLabel = "DAY", description = "Look again day by day, from this day.")
    @Nullable
    LocalDate replayFrom;

    @Override
    Operation<FindOperation.Parameters, Looked> operation() {
        return new FindOperation();
    }

    @Override
    FindOperation.Parameters parameters() {
        return new FindOperation.Parameters(day, replayFrom);
    }

    @Override
    void print(Looked result, Console console) {
        console.line(result.summary() + ".");
    }
}
