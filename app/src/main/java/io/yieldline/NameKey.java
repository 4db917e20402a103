package io.yieldline;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How names compare: models, stations, flows, statuses and codes are alike without case and blanks, wherever rules meet records.
 * In SQL it is the function {@code name_key} of the views.
 */
public final class NameKey {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private NameKey() {}

    /** The text by which a name compares. */
    public static String of(String name) {
        return BLANKS.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether two names are spellings of one; a missing name is like no other. */
    public static boolean alike(@Nullable String one, @Nullable String other) {
        return one != null && other != null && of(one).equals(of(other));
    }
}
