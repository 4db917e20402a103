package io.yieldline;

import java.util.Locale;

/** A number with its noun: {@code 1 row}, {@code 2,000 rows}. */
public final class Counted {
    private Counted() {}

    /** The number with the noun; the plural adds an {@code s}. */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }
}
