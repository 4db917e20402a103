package io.yieldline.plant;

import java.util.Locale;

/** What a status means for yields. */
public enum Verdict {
    PASS,
    FAIL,
    /** Neither: the record counts in totals, but in no yield. */
    NONE;

    /** The word in rules, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
