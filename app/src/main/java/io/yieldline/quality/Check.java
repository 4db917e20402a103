package io.yieldline.quality;

import io.yieldline.mart.DayRange;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.WarehouseException;
import java.util.function.Function;

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

    /**
     * Runs the check. A check that ends in an error is a result, too, and does not stop other checks.
     *
     * @param explain what to say of an error
     */
    public CheckReport run(Inspection inspection, Function<RuntimeException, String> explain) {
        DayRange days = probe.limitedByDays() ? inspection.days() : DayRange.open();
        inspection.months().looked();
        try {
            return CheckReport.of(
                    this,
                    days,
                    probe.look(inspection, severity),
                    inspection.months().looked());
        } catch (RuntimeException e) {
            return CheckReport.couldNotRun(this, days, "the check could not run: " + reason(e, explain));
        }
    }

    private String reason(RuntimeException e, Function<RuntimeException, String> explain) {
        return e instanceof WarehouseException wrong && !file.equals(BUILT_IN)
                ? "the database rejects the query: " + wrong.firstLine() + "; correct " + file
                : explain.apply(e);
    }
}
