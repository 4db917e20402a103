package io.yieldline.insight;

import java.util.List;

/**
 * How many hits chance makes, if in each stratum the hits fall on its units at random: a sum of independent hypergeometric counts,
 * exact by convolution. All its numbers are sums and products of positive ones, so that small probabilities are as accurate as others.
 */
final class ByChance {
    /** The probability of each number of hits, from none. */
    private final double[] chances;

    private ByChance(double[] chances) {
        this.chances = chances;
    }

    /** The hits of one suspect with these shares. */
    static ByChance of(List<Share> shares) {
        double[] sum = {1};
        for (Share share : shares) {
            sum = convolved(sum, hypergeometric(share));
        }
        return new ByChance(sum);
    }

    /** The probability of so many hits or more. */
    double atLeast(long hits) {
        if (hits <= 0) {
            return 1;
        }
        double sum = 0;
        for (int i = chances.length - 1; i >= hits; i--) {
            sum += chances[i];
        }
        return Math.min(1, sum);
    }

    /** The probability of so many hits or fewer. */
    double atMost(long hits) {
        if (hits >= chances.length - 1) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i <= hits; i++) {
            sum += chances[i];
        }
        return Math.min(1, sum);
    }

    private static double[] convolved(double[] one, double[] other) {
        double[] sum = new double[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            for (int k = 0; k < other.length; k++) {
                sum[i + k] += one[i] * other[k];
            }
        }
        return sum;
    }

    /** From the most probable number outwards by the ratios of neighbours, then divided by the sum: no factorial is needed. */
    private static double[] hypergeometric(Share share) {
        int least = Math.toIntExact(Math.max(0, share.units() + share.allHits() - share.allUnits()));
        int most = Math.toIntExact(Math.min(share.units(), share.allHits()));
        int mode = Math.toIntExact((share.units() + 1) * (share.allHits() + 1) / (share.allUnits() + 2));
        int start = Math.min(most, Math.max(least, mode));
        double[] chances = new double[most + 1];
        chances[start] = 1;
        for (int hits = start; hits < most; hits++) {
            chances[hits + 1] = chances[hits] * step(share, hits);
        }
        for (int hits = start; hits > least; hits--) {
            chances[hits - 1] = chances[hits] / step(share, hits - 1);
        }
        return scaled(chances);
    }

    /** The probability of one hit more, as a multiple. */
    private static double step(Share share, int hits) {
        double more = (double) (share.allHits() - hits) * (share.units() - hits);
        double fewer = (hits + 1.0) * (share.allUnits() - share.allHits() - share.units() + hits + 1);
        return more / fewer;
    }

    private static double[] scaled(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
