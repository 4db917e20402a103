package io.yieldline.demo;

import java.util.List;

/**
 * The expected result after all exports are loaded in the order of their export times: every event once, corrections applied.
 * Computed without files.
 */
public record PlantTruth(List<WorkstationEvent> workstation, List<TestboardEvent> testboard, List<SnfnEvent> snfn) {
    /** Copies the lists. */
    public PlantTruth {
        workstation = List.copyOf(workstation);
        testboard = List.copyOf(testboard);
        snfn = List.copyOf(snfn);
    }
}
