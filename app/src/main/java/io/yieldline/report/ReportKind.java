package io.yieldline.report;

import java.util.Locale;

/** The kinds of reports. */
public enum ReportKind {
    /** One plant day. */
    DAILY,
    /** One ISO week. */
    WEEKLY;

    /** The name in commands, files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
