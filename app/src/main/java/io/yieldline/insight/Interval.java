package io.yieldline.insight;

import java.util.function.DoubleUnaryOperator;

/**
 * From where to where a value is to be expected.
 *
 * @param least the lower end
 * @param most the upper end
 */
public record Interval(double least, double most) {
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 100;
    private static final double NEGLIGIBLE = 1e-17;

    /** The exact 95 % interval of the mean of a Poisson count (Garwood). */
    public static Interval ofCount(long count) {
        double logFactorial = 0;
        for (long i = 2; i <= count; i++) {
            logFactorial += Math.log(i);
        }
        double log = logFactorial;
        double end = 2 * count + 20;
        return new Interval(
                count == 0 ? 0 : root(0, count, mean -> atLeast(count, mean, log) - TAIL),
                root(count, end, mean -> TAIL - atMost(count, mean, log)));
    }

    /** Both ends, divided. */
    Interval dividedBy(double divisor) {
        return new Interval(least / divisor, most / divisor);
    }

    /** Where a growing function is 0. */
    private static double root(double from, double to, DoubleUnaryOperator growing) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (growing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double atLeast(long count, double mean, double logFactorial) {
        double sum = 0;
        double term = 1;
        for (long k = count + 1; term > NEGLIGIBLE * sum; k++) {
            sum += term;
            term *= mean / k;
        }
        return exactly(count, mean, logFactorial) * sum;
    }

    private static double atMost(long count, double mean, double logFactorial) {
        double sum = 0;
        double term = 1;
        for (long k = count; term > NEGLIGIBLE * sum; k--) {
            sum += term;
            term *= k / mean;
        }
        return exactly(count, mean, logFactorial) * sum;
    }

    /** The probability of exactly this count. */
    private static double exactly(long count, double mean, double logFactorial) {
        return mean == 0 ? 0 : Math.exp(count * Math.log(mean) - mean - logFactorial);
    }
}
