package io.yieldline.cli;

import io.yieldline.explain.Composition;
import io.yieldline.explain.Explanation;
import io.yieldline.explain.Proof;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ExplainOperation;
import io.yieldline.operation.ask.ExplainOperation.Explained;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a number. */
@Command(
        mixinStandardHelpOptions = true,
        header = ExplainOperation.PURPOSE,
        description = {
            "Give the keys of a row of the mart. A key that you leave out matches all its values;"
                    + " --from and --to sum over days. The"
                    + " listed rows add up to each count. CSV and JSON list all of them.",
            "For the views rolled_yield_weekly, weekly_summary, station_yield_summary and packing_weekly"
                    + " it shows the mart numbers that they are computed from, each with the command that explains"
                    + " it."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline explain station_yield_daily --day 2025-04-15 --station FI",
            "  yieldline explain station_yield_daily --day 2025-05-19 --as-of 2025-05-20",
            "  yieldline explain packing_daily --from 2025-04-01 --to 2025-04-30",
            "  yieldline explain packing_daily --day 2025-04-18 --format csv > packed.csv",
            "  yieldline explain failure_daily --day 2025-04-15 --where error_code=",
            "  yieldline explain rolled_yield_weekly --week 2025-W16 --model \"Tesla SXM4\"",
            "",
            "To list the keys and counts of a mart: yieldline marts MART"
        })
final class ExplainCommand extends PlantCommand<ExplainOperation.Parameters, Explained> {
    @Parameters(paramLabel = "MART", description = "A mart or view, such as station_yield_daily.")
    String mart = "";

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Mixin
    FormatOption format = new FormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of rows in each text table (default: 20).")
    int limit = 20;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Explain what the mart said on the evening of this day, from its last snapshot.")
    @Nullable
    LocalDate asOf;

    @Override
    Operation<ExplainOperation.Parameters, Explained> operation() {
        return new ExplainOperation();
    }

    @Override
    ExplainOperation.Parameters parameters() {
        return new ExplainOperation.Parameters(mart, keys.keys(), asOf);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Explained result) {
        return result.explanation();
    }

    @Override
    void print(Explained result, Console console) {
        Proof proof = result.explanation();
        switch (format.format) {
            case TABLE -> printText(proof, console);
            case CSV -> console.csv(proof.rows());
            case JSON -> console.json(proof);
        }
    }

    private void printText(Proof proof, Console console) {
        if (proof instanceof Explanation explanation) {
            new ExplainText(explanation, limit, console).print();
        } else if (proof instanceof Composition composition) {
            new CompositionText(composition, limit, console).print();
        }
    }
}
