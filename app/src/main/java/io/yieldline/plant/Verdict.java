package io.yieldline.plant;

import java.util.Locale;

/** The verdict of a status. */
public enum Verdict {
    PASS,
    FAIL,
    /** Unjudged: the record counts in totals, not in yields. */
    NONE;

    /** The name in rules, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
