package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * What a check found.
 *
 * @param check its name
 * @param title what it looked for
 * @param findings what is not as it should be; empty when all is well
 * @param details the numbers that it looked at, or the rows that are wrong
 */
public record CheckReport(String check, String title, List<Finding> findings, Table details) {
    /** Whether nothing that it found is an error. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
