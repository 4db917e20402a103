package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check its name
 * @param title what must hold
 * @param dimension what it says something about
 * @param severity how bad it is when it does not hold
 * @param outcome how it ended
 * @param failing how many are not as they should be
 * @param total out of how many; null where that cannot be counted
 * @param findings what to tell people; empty when all is well
 * @param details the numbers that it looked at, or the rows that are wrong
 */
public record CheckReport(
        String check,
        String title,
        Dimension dimension,
        Severity severity,
        Outcome outcome,
        long failing,
        @Nullable Long total,
        List<Finding> findings,
        Table details) {
    /** How a check ended. */
    public enum Outcome {
        /** Without a finding. */
        PASSED,
        /** With findings, none of them an error. */
        WARNED,
        /** With an error. */
        FAILED;

        /** The word in tables and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        static Outcome of(List<Finding> findings) {
            if (findings.isEmpty()) {
                return PASSED;
            }
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR) ? FAILED : WARNED;
        }
    }

    static CheckReport of(Check check, Observation seen) {
        return new CheckReport(
                check.name(),
                check.title(),
                check.dimension(),
                check.severity(),
                Outcome.of(seen.findings()),
                seen.failing(),
                seen.total(),
                seen.findings(),
                seen.details());
    }

    /** Whether nothing that it found is an error. */
    public boolean passed() {
        return outcome != Outcome.FAILED;
    }

    /** What is kept of it for ever. */
    public CheckResult result() {
        return new CheckResult(check, title, dimension, severity, outcome, failing, total, findings.size());
    }
}
