package io.yieldline.report;

import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of the plant, from other parts of the program.
 *
 * @param checks the results of the checks of the period of the report
 * @param latest the latest result of every check over all days
 * @param score the quality score; null if there is none
 * @param alerts the open alerts, each in one line
 */
public record PlantStatus(
        List<Checked> checks,
        List<LatestResult> latest,
        @Nullable Score score,
        List<String> alerts) {
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

    /**
     * The latest result of a check over all days.
     *
     * @param result its result; null if it never ran
     */
    public record LatestResult(
            String check, String title, @Nullable StoredResult result) {
        /** Whether it ran and found no error. */
        boolean good() {
            return result != null && result.result().outcome().good();
        }

        /** The outcome and the number of findings. */
        String outcome() {
            return result == null ? "never run" : result.result().outcome().word();
        }
    }

    /** Nothing known. */
    public static PlantStatus unknown() {
        return new PlantStatus(List.of(), List.of(), null, List.of());
    }
}
