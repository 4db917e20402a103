package io.yieldline.demo;

import java.util.List;

/**
 * What an importer must end up with after all exports, in the order they were made: every event once, corrections applied.
 * Nothing here went through a file.
 */
public record PlantTruth(List<WorkstationEvent> workstation, List<TestboardEvent> testboard, List<SnfnEvent> snfn) {
    /** Keeps copies that cannot change. */
    public PlantTruth {
        workstation = List.copyOf(workstation);
        testboard = List.copyOf(testboard);
        snfn = List.copyOf(snfn);
    }
}
