package io.yieldline.cli;

import io.yieldline.explain.Composition;
import io.yieldline.explain.Explanation;
import io.yieldline.explain.Proof;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ExplainOperation;
import io.yieldline.operation.ask.ExplainOperation.Explained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a number. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Show the records behind a number of a mart, and what was left out and why.",
        description = {
            "Give the keys of a row of the mart; a key that you leave out stands for all its values.",
            "The rows that are listed add up to each count. CSV and JSON list all of them.",
            "Of a view (rolled_yield_weekly, weekly_summary, station_yield_summary, packing_weekly) it shows the numbers",
            "of marts that it is made of, each with the command that explains it."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant explain station_yield_daily --day 2025-04-15 --model \"Tesla SXM4\" --station FI",
            "  yieldline --home plant explain packing_daily --day 2025-04-18 --format csv > packed.csv",
            "  yieldline --home plant explain failure_daily --day 2025-04-15 --where error_code=",
            "  yieldline --home plant explain rolled_yield_weekly --week 2025-W16 --model \"Tesla SXM4\"",
            "",
            "yieldline marts MART lists the keys and counts of a mart."
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
            description = "At most so many rows in each table for people (default: 20).")
    int limit = 20;

    @Override
    Operation<ExplainOperation.Parameters, Explained> operation() {
        return new ExplainOperation();
    }

    @Override
    ExplainOperation.Parameters parameters() {
        return new ExplainOperation.Parameters(mart, keys.keys());
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
            case CSV -> CsvTable.write(proof.rows(), console.out());
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
