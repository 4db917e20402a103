package io.yieldline.report;

import java.util.Locale;

/** How long a time a report is about. */
public enum ReportKind {
    /** One plant day. */
    DAILY,
    /** One ISO week. */
    WEEKLY;

    /** The word for it in commands, files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
