package io.yieldline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A share with its counts. Nothing of nothing is no share.
 *
 * @param part how many, such as passed records
 * @param whole of how many, such as judged records
 */
record Ratio(long part, long whole) {
    /** Below so many the interval stands beside the share. */
    static final long FEW = 100;

    private static final double Z = 1.959964;

    /** Whether there is anything to divide. */
    boolean known() {
        return whole > 0;
    }

    /** The share from 0 to 1; only where it is known. */
    double value() {
        return (double) part / whole;
    }

    /** The lower end of the Wilson 95 % interval. */
    double low() {
        return part == 0 ? 0 : centre() - spread();
    }

    /** The upper end of the Wilson 95 % interval. */
    double high() {
        return part == whole ? 1 : centre() + spread();
    }

    /** In percent with two decimals, half up, as the views have it; {@code n/a} for nothing of nothing. */
    String percent() {
        return known()
                ? BigDecimal.valueOf(100 * part)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %"
                : "n/a";
    }

    /** The Wilson interval in percent where the counts are few, else blank. */
    String intervalOfFew() {
        return whole < FEW ? interval() : "";
    }

    /** The Wilson interval in percent. */
    String interval() {
        return known() ? String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * low(), 100 * high()) : "";
    }

    /** The difference to another share in points, with sign; blank when one of them is unknown. */
    String pointsOver(Ratio other) {
        return known() && other.known() ? String.format(Locale.ROOT, "%+.2f", 100 * (value() - other.value())) : "";
    }

    /**
     * Whether it is below another share by more than chance explains: the 95 % interval of the difference (Newcombe's, made of
     * the two Wilson intervals) leaves out zero. A single failure after a hundred passes is not.
     */
    boolean clearlyBelow(Ratio other) {
        return known()
                && other.known()
                && other.value() - value() > Math.hypot(other.value() - other.low(), high() - value());
    }

    /** The counts, such as 198/210. */
    String counts() {
        return String.format(Locale.ROOT, "%,d/%,d", part, whole);
    }

    private double centre() {
        return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double spread() {
        return Z * Math.sqrt(value() * (1 - value()) / whole + Z * Z / (4.0 * whole * whole)) / (1 + Z * Z / whole);
    }
}
