package io.yieldline.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One that may fail more units than its mix explains.
 *
 * @param names its name, such as the fixture; an error code and its fixture; a blank is empty
 * @param units the units that had their first run on it
 * @param failed those of them that failed
 * @param expected the failed units to be expected if the failures of each stratum fell on its units at random
 * @param pValue the probability of as many failed units or more by chance; null if it has too few units to be judged
 * @param suspect whether it fails more units than its mix explains
 * @param shares its share in each stratum that has a failure
 */
public record Suspect(
        List<String> names,
        long units,
        long failed,
        double expected,
        @Nullable Double pValue,
        boolean suspect,
        List<Share> shares) {
    /** One with fewer units is not judged. */
    public static final int LEAST_UNITS = 10;

    static Suspect of(List<String> names, long units, List<Share> shares) {
        long failed = shares.stream().mapToLong(Share::hits).sum();
        return new Suspect(
                names,
                units,
                failed,
                shares.stream().mapToDouble(Share::expected).sum(),
                units < LEAST_UNITS ? null : ByChance.of(shares).atLeast(failed),
                false,
                shares);
    }

    /** Its name. */
    public String name() {
        return String.join(" on ", names);
    }

    /** The failed units beyond those expected; negative if there are fewer. */
    public double beyond() {
        return failed - expected;
    }

    /** How many times as many units failed as expected; null if none is expected. */
    public @Nullable Double ratio() {
        return expected == 0 ? null : failed / expected;
    }

    /** The exact 95 % interval of {@link #ratio}, failures taken as a Poisson count; null if none is expected. */
    public @Nullable Interval interval() {
        return expected == 0 ? null : Interval.ofCount(failed).dividedBy(expected);
    }

    boolean judged() {
        return pValue != null;
    }

    /** It at a place, whose name stands first. */
    Suspect at(String place) {
        return new Suspect(List.of(place, name()), units, failed, expected, pValue, suspect, shares);
    }

    /** It, as a suspect if its p-value is at most the limit. */
    Suspect upTo(double limit) {
        return new Suspect(names, units, failed, expected, pValue, pValue != null && pValue <= limit, shares);
    }
}
