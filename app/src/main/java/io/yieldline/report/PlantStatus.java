package io.yieldline.report;

import io.yieldline.quality.CheckReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of the plant, from other parts of the program.
 *
 * @param checks the latest results of the checks
 * @param score the quality score, such as {@code 97 of 100}; null if there is none
 * @param alerts the open alerts, each in one line
 */
public record PlantStatus(List<Checked> checks, @Nullable String score, List<String> alerts) {
    /**
     * The latest result of a check.
     *
     * @param findings findings, each in one line
     */
    public record Checked(String check, String title, boolean passed, List<String> findings) {
        /** The result of a check. */
        public static Checked of(CheckReport report) {
            return new Checked(
                    report.check(),
                    report.title(),
                    report.passed(),
                    report.findings().stream().map(finding -> finding.message()).toList());
        }
    }

    /** Nothing known. */
    public static PlantStatus unknown() {
        return new PlantStatus(List.of(), null, List.of());
    }
}
