package io.yieldline.report;

import org.jspecify.annotations.Nullable;

/** The label for a blank model, code or fixture. */
final class Blank {
    private static final String WORD = "(blank)";

    private Blank() {}

    static String or(@Nullable String text) {
        return text == null ? WORD : text;
    }
}
