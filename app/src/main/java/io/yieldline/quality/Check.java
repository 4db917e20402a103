package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.WarehouseException;
import java.util.List;

/**
 * A quality check, defined by a YAML file.
 *
 * @param name name on the command line
 * @param title the requirement
 * @param dimension data-quality dimension
 * @param severity severity of a finding
 * @param file file of the definition
 * @param probe the implementation
 */
public record Check(String name, String title, Dimension dimension, Severity severity, String file, Probe probe) {
    /** Displayed file of built-in checks. */
    static final String BUILT_IN = "built in";

    /** Runs the check. A custom check with an invalid query fails, and does not stop other checks. */
    public CheckReport run(Inspection inspection) {
        try {
            return CheckReport.of(this, probe.look(inspection, severity));
        } catch (WarehouseException e) {
            if (file.equals(BUILT_IN)) {
                throw e;
            }
            return CheckReport.of(this, unanswered(e));
        }
    }

    private Observation unanswered(WarehouseException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new Observation(
                0,
                null,
                List.of(Finding.error("the database rejects the query: " + reason + "; correct " + file)),
                new Table(List.of(), List.of()));
    }
}
