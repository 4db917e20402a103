package io.yieldline.quality;

import io.yieldline.mart.DayRange;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check.
 *
 * @param check its name
 * @param title the requirement
 * @param dimension data-quality dimension
 * @param severity severity of a finding
 * @param days the days that it covers; open for all that the check looks at by itself
 * @param outcome outcome
 * @param failing number of failing items
 * @param total number of checked items; null if not countable
 * @param findings findings; empty if the check passed
 * @param details the underlying numbers, or the failing rows
 * @param looked how much of the records it looked at
 */
public record CheckReport(
        String check,
        String title,
        Dimension dimension,
        Severity severity,
        DayRange days,
        Outcome outcome,
        long failing,
        @Nullable Long total,
        List<Finding> findings,
        Table details,
        Looked looked) {
    /** The outcome of a check. */
    public enum Outcome {
        /** No finding. */
        PASSED,
        /** Findings, but no error. */
        WARNED,
        /** At least one error. */
        FAILED,
        /** Nothing is known: the check itself ended in an error. */
        COULD_NOT_RUN;

        /** The name in tables and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether the check ran and found no error. */
        public boolean good() {
            return this == PASSED || this == WARNED;
        }

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }

        static Outcome of(List<Finding> findings) {
            if (findings.isEmpty()) {
                return PASSED;
            }
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR) ? FAILED : WARNED;
        }
    }

    static CheckReport of(Check check, DayRange days, Observation seen, Looked looked) {
        return new CheckReport(
                check.name(),
                check.title(),
                check.dimension(),
                check.severity(),
                days,
                Outcome.of(seen.findings()),
                seen.failing(),
                seen.total(),
                seen.findings(),
                seen.details(),
                looked);
    }

    /** A check that ended in an error, for this reason. */
    static CheckReport couldNotRun(Check check, DayRange days, String reason) {
        return new CheckReport(
                check.name(),
                check.title(),
                check.dimension(),
                check.severity(),
                days,
                Outcome.COULD_NOT_RUN,
                0,
                null,
                List.of(Finding.error(reason)),
                new Table(List.of(), List.of()),
                Looked.EVERYTHING);
    }

    /** Whether it ran and found no error. */
    public boolean passed() {
        return outcome.good();
    }

    /** The part that is stored permanently. */
    public CheckResult result() {
        return new CheckResult(check, title, dimension, severity, days, outcome, failing, total, findings.size());
    }
}
