package io.yieldline;

import java.util.Locale;
import java.util.regex.Pattern;

/** A number with its noun: {@code 1 row}, {@code 2,000 rows}. */
public final class Counted {
    private static final Pattern CONSONANT_Y = Pattern.compile("[^aeiou]y$");

    private Counted() {}

    /** The number with the noun, in the plural unless it is one. */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural(noun));
    }

    /** A noun for several: "days", "saved queries". */
    public static String plural(String noun) {
        return CONSONANT_Y.matcher(noun).find() ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
