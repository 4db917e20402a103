package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.quality.Check;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Inspection;
import io.yieldline.quality.Looked;
import io.yieldline.quality.MonthAnswers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs quality checks; a logged run stores the results. */
public final class CheckOperation implements Operation<CheckOperation.Parameters, CheckOperation.Checked> {
    /** The name of this operation. */
    public static final String NAME = "check";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Run the data-quality checks; list checks and earlier results.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [CHECK...] [--list | --history]";
    }

    @Override
    public Checked run(Parameters parameters, Context context) {
        List<Check> checks = Checks.of(context.plant()).select(parameters.checks());
        return run(checks, parameters, context, true);
    }

    /** Some checks as a step of a sequence, which reports the step itself. */
    public static Checked step(List<String> names, Context context) {
        return run(Checks.of(context.plant()).select(names), Parameters.all(), context, false);
    }

    /** All checks but these as a step of a sequence. */
    public static Checked others(List<String> names, Context context) {
        List<Check> others = Checks.of(context.plant()).all().stream()
                .filter(check -> !names.contains(check.name()))
                .toList();
        return run(others, Parameters.all(), context, false);
    }

    private static Checked run(List<Check> checks, Parameters parameters, Context context, boolean announce) {
        MonthAnswers months = MonthAnswers.carried(parameters.full());
        Inspection inspection = new Inspection(context.parts(), parameters.from(), parameters.to(), months);
        List<CheckReport> reports = checks.stream()
                .map(check -> announce ? announced(check, inspection, context) : run(check, inspection, context))
                .toList();
        keep(reports, months, context);
        return new Checked(reports, parameters.warnAsError());
    }

    private static CheckReport run(Check check, Inspection inspection, Context context) {
        return check.run(inspection, context.errors()::explain);
    }

    /** Runs a check and says how it ended. */
    private static CheckReport announced(Check check, Inspection inspection, Context context) {
        String part = "check " + check.name();
        context.progress().begins(part);
        CheckReport report = run(check, inspection, context);
        String failing = report.total() == null
                ? Counted.of(report.findings().size(), "finding")
                : report.failing() + " failing of " + report.total();
        context.progress().finishes(part, report.outcome().word() + ", " + failing);
        return report;
    }

    private static void keep(List<CheckReport> reports, MonthAnswers months, Context context) {
        if (context.runId() != null) {
            LocalDateTime now = LocalDateTime.ofInstant(
                            context.clock().instant(),
                            context.plant().settings().zone())
                    .withNano(0);
            new CheckHistory(context.warehouse()).keep(context.runId(), now, reports);
            context.warehouse().writeAll(months::keep);
        }
    }

    /**
     * What to check.
     *
     * @param checks names of checks; empty for all
     * @param from first day, if the check uses days
     * @param to last day
     * @param warnAsError whether a warning is a failure
     * @param full whether to look at everything again, also where nothing changed since it was looked at
     */
    public record Parameters(
            List<String> checks,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean warnAsError,
            boolean full) {
        /** All checks on all days, looking at what changed. */
        public static Parameters all() {
            return new Parameters(List.of(), null, null, false, false);
        }
    }

    /**
     * The result of each check.
     *
     * @param warnAsError whether a warning counts as a failure
     */
    public record Checked(List<CheckReport> checks, boolean warnAsError) implements Result {
        @Override
        public ExitCode exitCode() {
            return checks.stream().allMatch(this::accepted) ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }

        @Override
        public long rows() {
            return checks.stream().mapToLong(CheckReport::failing).sum();
        }

        @Override
        public String summary() {
            return checks.size() == 1 ? single(checks.get(0)) : Counted.of(checks.size(), "check") + ": " + outcomes();
        }

        @Override
        public List<String> next() {
            return checks.stream()
                    .filter(check -> !accepted(check))
                    .map(check -> NAME + " " + check.check())
                    .toList();
        }

        /** Which checks looked only at what changed, in words; empty if all looked at everything. */
        public Optional<String> carried() {
            List<Looked> carried = checks.stream()
                    .map(CheckReport::looked)
                    .filter(Looked::onlyChanges)
                    .toList();
            return carried.stream()
                    .flatMap(looked -> Stream.ofNullable(looked.since()))
                    .min(Comparator.naturalOrder())
                    .map(since ->
                            Counted.of(carried.size(), "check") + " looked only at what changed since the full look of "
                                    + since.toString().replace('T', ' ')
                                    + "; look at everything again with: yieldline check --full");
        }

        private boolean accepted(CheckReport check) {
            return warnAsError ? check.outcome() == Outcome.PASSED : check.passed();
        }

        private static String single(CheckReport check) {
            String findings = check.findings().isEmpty()
                    ? ""
                    : " (" + Counted.of(check.findings().size(), "finding") + ")";
            return check.check() + " " + check.outcome().word() + findings;
        }

        private String outcomes() {
            return Stream.of(Outcome.values())
                    .filter(outcome -> checks.stream().anyMatch(check -> check.outcome() == outcome))
                    .map(this::named)
                    .collect(Collectors.joining(", "));
        }

        private String named(Outcome outcome) {
            List<String> names = checks.stream()
                    .filter(check -> check.outcome() == outcome)
                    .map(CheckReport::check)
                    .toList();
            String list = outcome == Outcome.PASSED ? "" : " (" + String.join(", ", names) + ")";
            return names.size() + " " + outcome.word() + list;
        }
    }
}
