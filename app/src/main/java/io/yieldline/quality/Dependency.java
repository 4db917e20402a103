package io.yieldline.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What decides the rows that the SELECT of a check returns for some days. */
enum Dependency {
    /** The records of these days, current and replaced ones, and the rules. */
    DAYS,
    /** Which exports show these records, and where. */
    EXPORTS,
    /** The records of all days, such as those of a unit: the SELECT is asked again when any of them changes. */
    ALL_DAYS;

    /** The name in files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Dependency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Dependency::word).toList();
    }
}
