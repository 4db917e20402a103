package io.yieldline.control;

import java.util.List;
import java.util.Optional;

/**
 * The day from which the failure rate of a series most likely differs: the one with the greatest likelihood ratio of all days that have
 * at least {@value #LEAST_DAYS} days before them, and as many from them on.
 *
 * @param place the number of days before it
 * @param g twice the logarithm of the likelihood ratio of two rates against one
 * @param p the exact share of all ways to spread the failed units over the days in which the greatest ratio is as great: each day keeps its
 *     number of units. The greatest of many ratios is not distributed as one of them, so no table of chi-square says this
 */
public record RateChange(int place, double g, double p) {
    /** Minimum number of days on both sides. */
    public static final int LEAST_DAYS = 3;

    /** The change of a series, its days in order; empty if it has too few days, or nothing varies. */
    public static Optional<RateChange> of(List<Sample> days) {
        Sums sums = Sums.of(days);
        int place = place(sums);
        if (place == 0) {
            return Optional.empty();
        }
        double g = sums.g(place, sums.failed()[place]);
        return Optional.of(new RateChange(place, g, new Crossing(sums, g).probability()));
    }

    /** The number of days before the change, which needs no probability; 0 if there is none. */
    static int place(List<Sample> days) {
        return place(Sums.of(days));
    }

    private static int place(Sums sums) {
        int best = 0;
        double greatest = 0;
        for (int place = LEAST_DAYS; sums.varies() && place <= sums.days() - LEAST_DAYS; place++) {
            double g = sums.g(place, sums.failed()[place]);
            if (g > greatest) {
                best = place;
                greatest = g;
            }
        }
        return best;
    }
}
