package io.yieldline.report;

import java.util.Locale;

/** How loud something is said. Words always say it too: colour alone tells nobody who prints in black. */
enum Tone {
    PLAIN,
    QUIET,
    GOOD,
    BAD;

    /** The class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
