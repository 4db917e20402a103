package io.yieldline.insight;

import java.util.List;

/**
 * The share that a suspect has in the units of a stratum.
 *
 * @param stratum the values that its units have in common
 * @param units its units
 * @param hits those of them with what is counted, such as a failure
 * @param allUnits the units of the stratum, its own included
 * @param allHits those of them with what is counted
 */
public record Share(List<String> stratum, long units, long hits, long allUnits, long allHits) {
    /** The hits to be expected if they fall on the units of the stratum at random. */
    public double expected() {
        return (double) units * allHits / allUnits;
    }
}
