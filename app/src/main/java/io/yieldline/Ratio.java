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
    /** Enough that a quotient of counts is above half a shown digit where it is so exactly. */
    private static final int DIGITS = 30;

    private static final double Z = 1.959964;

    /** Both as one. */
    public Ratio plus(Ratio other) {
        return new Ratio(numerator + other.numerator, denominator + other.denominator);
    }

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

    /** In percent with two decimals, such as {@code 94.29 %} or {@code > 99.99 %}; {@code n/a} if the denominator is 0. */
    public String percent() {
        return known() ? Percent.text(exactly(), 2) : "n/a";
    }

    /** In percent with so many decimals, 0 and 100 only where exactly so; empty for nothing of nothing. */
    public Optional<BigDecimal> percent(int decimals) {
        return known() ? Optional.of(Percent.held(exactly(), decimals)) : Optional.empty();
    }

    /** In percent, cut off behind digits that nothing shows: it is rounded once. */
    private BigDecimal exactly() {
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.DOWN);
    }

    /** The Wilson interval in percent. */
    public String interval() {
        return known() ? Percent.of(low(), 1).replace(" %", "") + " to " + Percent.of(high(), 1) : "";
    }

    /** The difference to another ratio in percentage points, with sign; blank if one is unknown. */
    public String pointsOver(Ratio other) {
        return known() && other.known() ? Percent.signed(minus(other), 2) : "";
    }

    /** The exact difference in percentage points, cut off behind digits that nothing shows. */
    private BigDecimal minus(Ratio other) {
        BigDecimal crossed = BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(other.denominator))
                .subtract(BigDecimal.valueOf(other.numerator).multiply(BigDecimal.valueOf(denominator)));
        return crossed.movePointRight(2)
                .divide(
                        BigDecimal.valueOf(denominator).multiply(BigDecimal.valueOf(other.denominator)),
                        DIGITS,
                        RoundingMode.DOWN);
    }

    /** Whether it is below a percentage, by its counts: no rounding decides. A ratio without denominator is not. */
    public boolean isBelow(BigDecimal percent) {
        return known()
                && BigDecimal.valueOf(numerator)
                                .movePointRight(2)
                                .compareTo(percent.multiply(BigDecimal.valueOf(denominator)))
                        < 0;
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
