package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;

/** The implementation of a check. */
public interface Probe {
    /** Checks a plant; findings have the severity of the check, or less. */
    Observation look(Inspection inspection, Severity severity);

    /** Whether it looks only at the days of the inspection, if that names any; if not, its result is about all days. */
    boolean limitedByDays();
}
