package io.yieldline.quality;

import java.util.Locale;

/**
 * Something that is not as it should be.
 *
 * @param message what, where, and what to do, in one line
 */
public record Finding(Severity severity, String message) {
    /** How bad it is. */
    public enum Severity {
        /** Numbers are right, but somebody should look. */
        WARN,
        /** Numbers are wrong or missing. */
        ERROR;

        /** The word in files, tables and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Severity of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static Finding warn(String message) {
        return new Finding(Severity.WARN, message);
    }

    static Finding error(String message) {
        return new Finding(Severity.ERROR, message);
    }
}
