package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;

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
    /** Looks. */
    public CheckReport run(Inspection inspection) {
        return CheckReport.of(this, probe.look(inspection, severity));
    }
}
