package io.yieldline.report;

import java.util.Locale;

/** The emphasis of a text. The text itself always has the same information, for black-and-white prints. */
enum Emphasis {
    PLAIN,
    QUIET,
    GOOD,
    BAD;

    /** The CSS class. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
