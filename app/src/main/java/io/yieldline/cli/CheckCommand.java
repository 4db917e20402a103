package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Finding;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs quality checks, or lists checks or earlier results. */
@Command(
        mixinStandardHelpOptions = true,
        header = CheckOperation.PURPOSE,
        description = {
            "A check is a YAML file: built in, or in checks/ in the home of the plant. Its severity makes"
                    + " a finding a warning or an error. Exit code 3: an error was found.",
            "Some checks cover only the latest days unless --from or --day is given; the number of days"
                    + " is in the file of the check."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline check",
            "  yieldline check counts duplicates",
            "  yieldline check availability --from 2025-04-01 --to 2025-04-30",
            "  yieldline check fixture_names --format csv > mis-scanned.csv",
            "  yieldline check --list",
            "  yieldline check blanks --history --limit 30"
        })
final class CheckCommand extends PlantCommand<CheckOperation.Parameters, CheckOperation.Checked> {
    private static final int LISTED = 20;

    @Parameters(arity = "0..*", paramLabel = "CHECK", description = "Checks to run (default: all).")
    List<String> checks = List.of();

    @Option(names = "--details", description = "Also print the numbers or rows behind each check.")
    boolean details;

    @Option(names = "--warn-as-error", description = "Exit code 3 for warnings, too.")
    boolean warnAsError;

    @Option(names = "--full", description = "Look at everything again, also where nothing changed since the last look.")
    boolean full;

    @Option(names = "--list", description = "List the checks with title, severity and file.")
    boolean list;

    @Option(names = "--history", description = "List the latest results; run no check.")
    boolean history;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of results for --history (default: 50).")
    int limit = 50;

    @Mixin
    RangeOptions days = new RangeOptions();

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        if (list) {
            return new CheckList(checks, format)
                    .print(options().plant(), options().console());
        }
        return history ? new CheckHistoryCommand(spec, checks, limit, format).call() : super.call();
    }

    @Override
    Operation<CheckOperation.Parameters, CheckOperation.Checked> operation() {
        return new CheckOperation();
    }

    @Override
    CheckOperation.Parameters parameters() {
        DayRange range = days.range();
        return new CheckOperation.Parameters(checks, range.from(), range.to(), warnAsError, full);
    }

    @Override
    void print(CheckOperation.Checked result, Console console) {
        format.print(CheckList.table(result.checks()), console, () -> printText(result, console));
    }

    private void printText(CheckOperation.Checked result, Console console) {
        for (CheckReport report : result.checks()) {
            console.styled(styled(report.outcome()) + "  " + report.check() + ": " + report.title());
            printFindings(report.findings(), console);
            boolean rows = !report.details().columns().isEmpty();
            if (rows && (details || report.check().equals("counts"))) {
                console.table(report.details());
            }
        }
        if (result.checks().size() > 1) {
            console.line(result.summary() + ".");
        }
        result.carried().ifPresent(carried -> console.line(carried));
    }

    private static String styled(CheckReport.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "@|green passed|@";
            case WARNED -> "@|yellow warned|@";
            case FAILED, COULD_NOT_RUN -> "@|red " + outcome.word() + "|@";
        };
    }

    /** A closed plant can have many similar findings; JSON has all. */
    private static void printFindings(List<Finding> findings, Console console) {
        findings.stream().limit(LISTED).forEach(finding -> console.line("  " + text(finding)));
        if (findings.size() > LISTED) {
            console.line("  and " + Counted.of(findings.size() - LISTED, "more finding") + "; --json lists all");
        }
    }

    private static String text(Finding finding) {
        return OptionParsers.word(finding.severity()) + ": " + finding.message();
    }
}
