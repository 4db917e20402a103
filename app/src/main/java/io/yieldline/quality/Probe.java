package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;

/** The implementation of a check. */
@FunctionalInterface
public interface Probe {
    /** Checks a plant; findings have the severity of the check, or less. */
    Observation look(Inspection inspection, Severity severity);
}
