package io.yieldline.control;

import java.util.stream.DoubleStream;

/** Benjamini and Hochberg's control of the share of false ones among what is called significant. */
public final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /**
     * The greatest p-value that is still significant, 0 if none is: with m p-values, the greatest that is at most its rank times
     * {@code share / m}.
     *
     * @param share the share of false discoveries that is accepted, such as 0.05
     */
    public static double limit(DoubleStream pValues, double share) {
        double[] sorted = pValues.sorted().toArray();
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= rank * share / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return 0;
    }
}
