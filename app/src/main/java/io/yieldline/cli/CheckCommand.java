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

/** Runs quality checks, lists them, or lists what they found before. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Check the data; list checks and earlier results.",
        description = {
            "A check is a YAML file: those that ship with the program, and those in checks/ in the plant's home.",
            "Its severity says whether a finding is a warning or an error; an error ends with exit code 3.",
            "Without --from or --day some checks look at the latest days only; their files say at how many."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant check",
            "  yieldline --home plant check counts duplicates",
            "  yieldline --home plant check availability --from 2025-04-01 --to 2025-04-30",
            "  yieldline --home plant check fixture_names --format csv > mis-scanned.csv",
            "  yieldline --home plant check --list",
            "  yieldline --home plant check blanks --history --limit 30"
        })
final class CheckCommand extends PlantCommand<CheckOperation.Parameters, CheckOperation.Checked> {
    private static final int LISTED = 20;

    @Parameters(arity = "0..*", paramLabel = "CHECK", description = "Which checks (default: all).")
    List<String> checks = List.of();

    @Option(names = "--details", description = "Also print the numbers or rows that each check looked at.")
    boolean details;

    @Option(names = "--warn-as-error", description = "End with exit code 3 for a warning too.")
    boolean warnAsError;

    @Option(names = "--list", description = "List the checks: what they hold, how bad it is, where they are defined.")
    boolean list;

    @Option(names = "--history", description = "List the latest results instead of checking.")
    boolean history;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "At most so many results of --history (default: 50).")
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
        return new CheckOperation.Parameters(checks, range.from(), range.to(), warnAsError);
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
    }

    private static String styled(CheckReport.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "@|green passed|@";
            case WARNED -> "@|yellow warned|@";
            case FAILED -> "@|red failed|@";
        };
    }

    /** A closed plant can have many alike; the rest is in JSON. */
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
