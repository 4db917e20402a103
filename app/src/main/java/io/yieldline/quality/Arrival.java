package io.yieldline.quality;

import java.util.Locale;

/** The arrival state of a feed for a day. */
enum Arrival {
    /** Records exist. */
    ARRIVED,
    /** Records exist, but far fewer than usual: the export may be from before the end of the day. */
    SHORT,
    /** No records yet, and not due yet. */
    NOT_DUE,
    /** No records, due for less than a day. */
    LATE,
    /** No records, due for longer. */
    MISSING,
    /** No records, which is not unusual for the weekday. */
    RARE,
    /** No records, and the plant was closed. */
    PLANT_CLOSED,
    /** An export covers the day and has no records of it: a real zero. */
    REAL_ZERO;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it needs an action. */
    boolean alarming() {
        return this == SHORT || this == LATE || this == MISSING;
    }

    /** Whether it tells anything about the exports. */
    boolean judged() {
        return alarming() || this == ARRIVED || this == REAL_ZERO;
    }

    String advice() {
        return switch (this) {
            case SHORT -> "export these days again, because the exports were incomplete";
            case LATE -> "export them today";
            default -> "export them, or add them under closed_days in yieldline.yaml";
        };
    }
}
