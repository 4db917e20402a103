package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;

/** How a check looks at a plant. */
@FunctionalInterface
public interface Probe {
    /** Looks; what it finds is as bad as its severity says, or less. */
    Observation look(Inspection inspection, Severity severity);
}
