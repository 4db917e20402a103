package io.yieldline.source;

import java.math.BigDecimal;
import java.util.Optional;

/** A number format of zeros, such as {@code 0000000000000}: identifiers are numbers that are shown with zeros in front. */
final class ZeroFill {
    private static final int MOST_DIGITS = 40;

    private final String prefix;
    private final int digits;

    private ZeroFill(String prefix, int digits) {
        this.prefix = prefix;
        this.digits = digits;
    }

    /** The format of this code; empty if it does not fill with zeros. Text in quotes before the zeros is a prefix. */
    static Optional<ZeroFill> of(String code) {
        String first = code.split(";", 2)[0].strip();
        String prefix = "";
        if (first.startsWith("\"")) {
            int end = first.indexOf('"', 1);
            prefix = end < 0 ? "" : first.substring(1, end);
            first = first.substring(end + 1);
        }
        boolean zeros = first.length() > 1
                && first.length() <= MOST_DIGITS
                && first.chars().allMatch(c -> c == '0');
        return zeros ? Optional.of(new ZeroFill(prefix, first.length())) : Optional.empty();
    }

    /** The number as it is shown; one that is negative or has a fraction is not filled. */
    String text(double value) {
        String text = Numbers.text(value);
        if (value < 0 || new BigDecimal(text).scale() > 0) {
            return text;
        }
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
