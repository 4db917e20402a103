package io.yieldline.control;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much the days of the baseline differ from one to the next, measured by what counting alone makes of it: Laney's sigma Z,
 * from moving ranges.
 *
 * @param sigmaZ 1 where the days differ as counting alone lets them, 2 where they differ twice as much
 * @param days how many days it was measured on
 */
public record Spread(double sigmaZ, int days) {
    /** The mean moving range of two normal values, in standard deviations. */
    private static final double D2 = 1.128;

    /**
     * The standard deviation of sigma Z itself times the root of the number of moving ranges, where counting is all there is. The
     * variance of a moving range is 2 - 4/pi, two that share a day have the covariance 0.1627; both over the square of {@link #D2}.
     */
    private static final double OWN_SIGMA = 0.909;

    /** One in twenty lies beyond, above. */
    private static final double ONE_IN_TWENTY = 1.645;

    static Spread of(Centre centre, List<Sample> baseline) {
        double[] distances = baseline.stream().mapToDouble(centre::distance).toArray();
        double meanRange = IntStream.range(1, distances.length)
                .mapToDouble(i -> Math.abs(distances[i] - distances[i - 1]))
                .average()
                .orElseThrow();
        return new Spread(meanRange / D2, distances.length);
    }

    /** The greatest sigma Z that chance makes of days that differ by counting alone, but one time in twenty. */
    public double mostByChance() {
        return 1 + ONE_IN_TWENTY * OWN_SIGMA / Math.sqrt(days - 1.0);
    }

    boolean byMoreThanCounting() {
        return sigmaZ > mostByChance();
    }
}
