package io.yieldline.finding;

import java.util.Locale;

/** Why a finding ended. */
public enum EndReason {
    /** The rate came back to what it was before. */
    BACK("the rate came back"),
    /** Another change of the rate followed, which is a finding of its own. */
    FOLLOWED("the rate changed again"),
    /** The data of later days no longer shows it. */
    GONE("no longer more than chance explains"),
    /** Records were removed or corrected, or rules changed: the days in which it was found no longer show it. */
    CHANGED("its data was removed or changed"),
    /** It belongs to another finding. */
    PART("now part of another finding"),
    /** It lasts longer than the days that are looked at: it has become the usual rate. */
    USUAL("it has become the usual rate");

    private final String words;

    EndReason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The name in tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
