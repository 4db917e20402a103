package io.yieldline.quality;

import java.util.Locale;

/** What it means that a day of a feed has records, or has none. */
enum Arrival {
    /** There are records. */
    ARRIVED,
    /** There are records, but far fewer than usual: the export may have been made before the day was over. */
    SHORT,
    /** There are none yet, and it is not yet time. */
    NOT_DUE,
    /** There are none, and it was time less than a day ago. */
    LATE,
    /** There are none, and it was time long ago. */
    MISSING,
    /** There are none, and on that weekday there are so few that none is nothing unusual. */
    RARE,
    /** There are none, and nobody worked. */
    PLANT_CLOSED,
    /** An export covers the day and has no record of it: nothing happened. */
    REAL_ZERO;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether somebody should do something. */
    boolean alarming() {
        return this == SHORT || this == LATE || this == MISSING;
    }

    /** Whether it says anything about the exports. */
    boolean judged() {
        return alarming() || this == ARRIVED || this == REAL_ZERO;
    }

    String advice() {
        return switch (this) {
            case SHORT -> "export these days again, now that they are over";
            case LATE -> "export them today";
            default -> "export them, or write them under closed_days in yieldline.yaml";
        };
    }
}
