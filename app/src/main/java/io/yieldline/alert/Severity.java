package io.yieldline.alert;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Severity of an alert or check. */
public enum Severity {
    /** Needs attention today; waits during quiet hours. */
    WARNING,
    /** Needs attention now, also at night. */
    CRITICAL;

    /** The name in settings and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Severity of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    static List<String> labels() {
        return Stream.of(values()).map(Severity::label).toList();
    }
}
