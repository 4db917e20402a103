package io.yieldline.finding;

import java.util.Locale;

/** How something was found. */
public enum FindingKind {
    /** A station, fixture or error code fails at another rate since a day. */
    SHIFT,
    /** A fixture fails more units than its mix explains. */
    SUSPECT,
    /** An alert about data or yields is open. */
    ALERT;

    /** The name in options, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static FindingKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
