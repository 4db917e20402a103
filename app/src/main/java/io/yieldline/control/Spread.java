package io.yieldline.control;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The variation between consecutive days of the baseline, relative to binomial variation: Laney's sigma Z,
 * from moving ranges.
 *
 * @param sigmaZ 1 for binomial variation, 2 for twice as much
 * @param days number of days
 */
public record Spread(double sigmaZ, int days) {
    /** The mean moving range of two normal values, in standard deviations (d2). */
    private static final double D2 = 1.128;

    /**
     * The standard deviation of sigma Z under binomial variation, times the root of the number of moving ranges. The
     * variance of a moving range is 2 - 4/pi; two with a common day have covariance 0.1627; both divided by the square of {@link #D2}.
     */
    private static final double OWN_SIGMA = 0.909;

    /** The one-sided 95 % quantile of the normal distribution. */
    private static final double ONE_IN_TWENTY = 1.645;

    static Spread of(Centre centre, List<Sample> baseline) {
        double[] distances = baseline.stream().mapToDouble(centre::distance).toArray();
        double meanRange = IntStream.range(1, distances.length)
                .mapToDouble(i -> Math.abs(distances[i] - distances[i - 1]))
                .average()
                .orElseThrow();
        return new Spread(meanRange / D2, distances.length);
    }

    /** Whether a day is within the limits of a p chart. */
    private static boolean within(Centre centre, Sample sample) {
        return Math.abs(centre.distance(sample)) <= ControlLimits.WIDTH;
    }

    /**
     * That of the days within the limits of a p chart, by which the chart is chosen: a day beyond them must not widen the limits that
     * judge it. Of all days, if fewer than {@code least} are within.
     */
    static Spread ofDaysWithin(Centre centre, List<Sample> baseline, int least) {
        List<Sample> within =
                baseline.stream().filter(sample -> within(centre, sample)).toList();
        return of(centre, within.size() < least ? baseline : within);
    }

    /** The 95 % limit of sigma Z for days with binomial variation. */
    public double mostByChance() {
        return 1 + ONE_IN_TWENTY * OWN_SIGMA / Math.sqrt(days - 1.0);
    }

    boolean byMoreThanCounting() {
        return sigmaZ > mostByChance();
    }
}
