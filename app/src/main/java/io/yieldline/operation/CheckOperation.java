package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.quality.Check;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Inspection;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs quality checks. */
public final class CheckOperation implements Operation<CheckOperation.Parameters, CheckOperation.Checked> {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public Checked run(Parameters parameters, Context context) {
        List<Check> checks = parameters.checks().isEmpty()
                ? Checks.all()
                : parameters.checks().stream().map(Checks::named).toList();
        return new Checked(checks.stream()
                .peek(check -> context.progress().begins("check " + check.name()))
                .map(check -> check.run(inspection(parameters, context)))
                .toList());
    }

    /** One check as a step of a sequence, which has announced it already. */
    static Checked single(String check, Context context) {
        Parameters parameters = new Parameters(List.of(check), null, null);
        return new Checked(List.of(Checks.named(check).run(inspection(parameters, context))));
    }

    private static Inspection inspection(Parameters parameters, Context context) {
        return new Inspection(
                context.warehouse(),
                context.feeds(),
                context.plant().rules(),
                context.clock(),
                parameters.from(),
                parameters.to());
    }

    /**
     * What to check.
     *
     * @param checks names of checks; empty for all
     * @param from the first day that matters, if it matters to the check
     * @param to the last one
     */
    public record Parameters(
            List<String> checks,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** What each check found. */
    public record Checked(List<CheckReport> checks) implements Result {
        @Override
        public ExitCode exitCode() {
            return checks.stream().allMatch(CheckReport::passed) ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }

        @Override
        public String summary() {
            return checks.stream()
                    .map(check -> check.check()
                            + (check.passed() ? " passed" : " failed")
                            + (check.findings().isEmpty()
                                    ? ""
                                    : " (" + Counted.of(check.findings().size(), "finding") + ")"))
                    .collect(Collectors.joining(", "));
        }
    }
}
