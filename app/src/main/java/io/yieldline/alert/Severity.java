package io.yieldline.alert;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How bad it is. */
public enum Severity {
    /** Somebody should look at it today; waits while hours are quiet. */
    WARNING,
    /** Somebody should look at it now, at night too. */
    CRITICAL;

    /** The word for it in settings and tables. */
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
