package io.yieldline.quality;

import java.util.Locale;

/**
 * A finding.
 *
 * @param message problem, location and action, in one line
 */
public record Finding(Severity severity, String message) {
    /** The severity. */
    public enum Severity {
        /** Numbers are correct, but something needs attention. */
        WARN,
        /** Numbers are wrong or missing. */
        ERROR;

        /** The name in files, tables and JSON. */
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
