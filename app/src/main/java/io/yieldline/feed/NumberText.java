package io.yieldline.feed;

import io.yieldline.source.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The number that a text of an export says, as the master log can keep it. */
final class NumberText {
    /** Digits of a number that fits into 32 bits for sure. */
    private static final int SURE_DIGITS = 9;

    /** Digits of a decimal before the point, and after it. */
    private static final int DIGITS = 12;

    private static final int DECIMALS = 6;

    /** A smaller number that would have to be rounded loses more than a thousandth of itself, or becomes 0. */
    private static final BigDecimal LEAST_ROUNDED = new BigDecimal("0.001");

    private NumberText() {}

    /** The whole number; null if the text is none of 32 bits. */
    static @Nullable Integer integer(String text) {
        if (text.length() <= SURE_DIGITS && Numbers.isCanonical(text)) {
            return Integer.valueOf(text); // As most are: exact arithmetic takes ten times as long.
        }
        BigDecimal number = exact(text);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** The number with six decimals; null if the text is none, has too many digits, or would lose its value by rounding. */
    static @Nullable BigDecimal decimal(String text) {
        BigDecimal number = exact(text);
        if (number == null || number.precision() - (long) number.scale() > DIGITS || isLost(number)) {
            return null;
        }
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.precision() <= DIGITS + DECIMALS ? rounded : null;
    }

    /** Whether the text is a number at all, of any size. */
    static boolean isNumber(String text) {
        return exact(text) != null;
    }

    private static boolean isLost(BigDecimal number) {
        return number.scale() > DECIMALS && number.abs().compareTo(LEAST_ROUNDED) < 0;
    }

    /** Without zeros at its end: rounding writes out every place, and {@code 0E-999999999} has many. */
    private static @Nullable BigDecimal exact(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
