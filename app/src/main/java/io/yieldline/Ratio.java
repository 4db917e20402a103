package io.yieldline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * A ratio with its counts; without value if the denominator is 0.
 *
 * @param numerator how many, such as passed records
 * @param denominator of how many, such as judged records
 */
public record Ratio(long numerator, long denominator) {
    /** Below this number of records the interval is shown. */
    public static final long FEW = 100;

    private static final double Z = 1.959964;

    /** Whether the denominator is not 0. */
    public boolean known() {
        return denominator > 0;
    }

    /** The ratio from 0 to 1; requires a denominator. */
    public double value() {
        return (double) numerator / denominator;
    }

    /** The lower end of the Wilson 95 % interval. */
    public double low() {
        return numerator == 0 ? 0 : centre() - spread();
    }

    /** The upper end of the Wilson 95 % interval. */
    public double high() {
        return numerator == denominator ? 1 : centre() + spread();
    }

    /** In percent with two decimals, rounded half up as in the views; {@code n/a} if the denominator is 0. */
    public String percent() {
        return percent(2).map(percent -> percent.toPlainString() + " %").orElse("n/a");
    }

    /** In percent with so many decimals, half up; empty for nothing of nothing. */
    public Optional<BigDecimal> percent(int decimals) {
        return known()
                ? Optional.of(BigDecimal.valueOf(100 * numerator)
                        .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** The Wilson interval in percent for small counts, else blank. */
    public String intervalOfFew() {
        return denominator < FEW ? interval() : "";
    }

    /** The Wilson interval in percent. */
    public String interval() {
        return known() ? String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * low(), 100 * high()) : "";
    }

    /** The difference to another ratio in percentage points, with sign; blank if one is unknown. */
    public String pointsOver(Ratio other) {
        return known() && other.known() ? String.format(Locale.ROOT, "%+.2f", 100 * (value() - other.value())) : "";
    }

    /**
     * Whether it is significantly below another ratio: the 95 % interval of the difference (Newcombe, from
     * the two Wilson intervals) excludes zero. A single failure after a hundred passes is not significant.
     */
    public boolean clearlyBelow(Ratio other) {
        return known()
                && other.known()
                && other.value() - value() > Math.hypot(other.value() - other.low(), high() - value());
    }

    /** The counts, such as 198/210. */
    public String counts() {
        return String.format(Locale.ROOT, "%,d/%,d", numerator, denominator);
    }

    private double centre() {
        return (value() + Z * Z / (2 * denominator)) / (1 + Z * Z / denominator);
    }

    private double spread() {
        return Z
                * Math.sqrt(value() * (1 - value()) / denominator + Z * Z / (4.0 * denominator * denominator))
                / (1 + Z * Z / denominator);
    }
}
