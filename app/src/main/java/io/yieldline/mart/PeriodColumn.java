package io.yieldline.mart;

import io.yieldline.feed.Calendar;
import java.time.LocalDate;

/**
 * The column that says which day or ISO week a row of a mart or view is about.
 *
 * @param weekly whether its values are ISO weeks, such as {@code 2025-W14}; plant days otherwise
 */
public record PeriodColumn(String name, boolean weekly) {
    /** The column {@code day} of a master log or mart. */
    public static final PeriodColumn DAY = new PeriodColumn("day", false);

    /** The value of the column for a day. */
    Object value(LocalDate day) {
        return weekly ? Calendar.week(day) : day;
    }
}
