package io.yieldline.cli;

import io.yieldline.operation.CheckOperation;
import io.yieldline.operation.DayRange;
import io.yieldline.operation.Operation;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Finding;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs quality checks. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Check the data: counts, duplicates, availability, schema.",
        description = {
            "counts        rows add up from export to ledger to master log to mart",
            "duplicates    no event stands twice in a master log",
            "availability  every working day has records of every feed in use",
            "schema        tables and columns are those of this version",
            "Days, weeks and ranges matter to availability only."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant check",
            "  yieldline --home plant check counts duplicates",
            "  yieldline --home plant check availability --from 2025-04-01 --to 2025-04-30"
        })
final class CheckCommand extends PlantCommand<CheckOperation.Parameters, CheckOperation.Checked> {
    @Parameters(arity = "0..*", paramLabel = "CHECK", description = "Which checks (default: all).")
    List<String> checks = List.of();

    @Option(names = "--details", description = "Also print the numbers or rows that each check looked at.")
    boolean details;

    @Mixin
    RangeOptions days = new RangeOptions();

    @Override
    Operation<CheckOperation.Parameters, CheckOperation.Checked> operation() {
        return new CheckOperation();
    }

    @Override
    CheckOperation.Parameters parameters() {
        DayRange range = days.range();
        return new CheckOperation.Parameters(checks, range.from(), range.to());
    }

    @Override
    void print(CheckOperation.Checked result, Console console) {
        for (CheckReport report : result.checks()) {
            console.styled((report.passed() ? "@|green passed|@  " : "@|red failed|@  ") + report.check() + ": "
                    + report.title());
            report.findings().forEach(finding -> console.line("  " + text(finding)));
            if (details || report.check().equals("counts")) {
                console.table(report.details());
            }
        }
    }

    private static String text(Finding finding) {
        return Words.word(finding.severity()) + ": " + finding.message();
    }
}
