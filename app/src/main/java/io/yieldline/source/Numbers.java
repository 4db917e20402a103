package io.yieldline.source;

import java.math.BigDecimal;

/** Canonical text of numbers: plain digits without exponent or trailing zeros, to preserve serial numbers. */
public final class Numbers {
    private static final int SAFE_DIGITS = 15;

    /** Spreadsheet programs keep fifteen digits, and write zeros for those after them. */
    private static final double FIRST_IMPRECISE = 1e15;

    private Numbers() {}

    static String text(double value) {
        long whole = (long) value;
        if (whole == value && !isImprecise(value)) {
            return Long.toString(whole);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        return exact.stripTrailingZeros().toPlainString();
    }

    /** Whether the number has more digits than a spreadsheet program keeps. */
    static boolean isImprecise(double value) {
        return Math.abs(value) >= FIRST_IMPRECISE;
    }

    /** Whether a text is a whole number of plain digits, without a zero in front; a fast check with false negatives. */
    public static boolean isCanonical(String literal) {
        int length = literal.length();
        if (length == 0 || length > SAFE_DIGITS || (literal.charAt(0) == '0' && length > 1)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isDigit(literal.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value of a decimal literal; NaN if it is not one, or longer than a text of a cell can be, for then it may be cut. */
    static double parse(String literal) {
        return literal.length() > Row.LONGEST_TEXT ? Double.NaN : value(literal);
    }

    private static double value(String literal) {
        String trimmed = literal.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            // Java also accepts hexadecimal numbers and a trailing d or f.
            if (!isDigit(trimmed.charAt(i)) && "+-.eE".indexOf(trimmed.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
