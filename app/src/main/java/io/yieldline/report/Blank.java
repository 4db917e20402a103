package io.yieldline.report;

import org.jspecify.annotations.Nullable;

/** The word for a model, code or fixture that the record left blank. */
final class Blank {
    private static final String WORD = "(blank)";

    private Blank() {}

    static String or(@Nullable String text) {
        return text == null ? WORD : text;
    }
}
