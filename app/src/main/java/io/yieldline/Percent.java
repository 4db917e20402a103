package io.yieldline;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a percentage is written, everywhere the same: rounded once, half up, and never to 0 or 100 what is not exactly so. The
 * dashboard has the same rule in {@code format.js}.
 */
public final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** A share from 0 to 1 without counts, such as a rolled yield: {@code 98.64 %} or {@code > 99.99 %}. */
    public static String of(double share, int decimals) {
        return text(BigDecimal.valueOf(share).multiply(HUNDRED), decimals);
    }

    /** An exact percentage, or one with more digits than are shown. */
    static String text(BigDecimal percent, int decimals) {
        BigDecimal held = held(percent, decimals);
        BigDecimal rounded = percent.setScale(decimals, RoundingMode.HALF_UP);
        String mark = held.compareTo(rounded) < 0 ? "> " : held.compareTo(rounded) > 0 ? "< " : "";
        return mark + held.toPlainString() + " %";
    }

    /** Rounded to so many decimals; the nearest one below 100 or above 0 where it would be rounded to one of these. */
    public static BigDecimal held(BigDecimal percent, int decimals) {
        BigDecimal rounded = percent.setScale(decimals, RoundingMode.HALF_UP);
        boolean inside = percent.signum() > 0 && percent.compareTo(HUNDRED) < 0;
        if (inside && rounded.compareTo(HUNDRED) == 0) {
            return rounded.subtract(BigDecimal.ONE.movePointLeft(decimals));
        }
        return inside && rounded.signum() == 0 ? BigDecimal.ONE.movePointLeft(decimals) : rounded;
    }

    /** A difference with its sign, which 0 has not: {@code +0.25}, {@code -1.00}, {@code 0.00}. */
    public static String signed(BigDecimal difference, int decimals) {
        BigDecimal rounded = difference.setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }
}
