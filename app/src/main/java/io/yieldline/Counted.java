package io.yieldline;

import java.util.Locale;

/** A number with its noun, for people: {@code 1 row}, {@code 2,000 rows}. */
public final class Counted {
    private Counted() {}

    /** So many of these; the plural takes an {@code s}. */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }
}
