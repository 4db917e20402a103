package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.WarehouseException;
import java.util.List;

/**
 * A question about the data that has a right answer, as a YAML file asks it.
 *
 * @param name the word for it on the command line
 * @param title what must hold
 * @param dimension what it says something about
 * @param severity how bad it is when it does not hold
 * @param file where it is defined
 * @param probe how it looks
 */
public record Check(String name, String title, Dimension dimension, Severity severity, String file, Probe probe) {
    /** Where the checks that ship with the program are said to be defined. */
    static final String BUILT_IN = "built in";

    /** Looks. A check of the plant's own that the database cannot answer fails, and keeps no other from looking. */
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
                List.of(Finding.error("the database cannot answer it: " + reason + "; correct " + file)),
                new Table(List.of(), List.of()));
    }
}
