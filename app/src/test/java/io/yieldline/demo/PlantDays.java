package io.yieldline.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The calendar of the marts. */
final class PlantDays {
    private PlantDays() {}

    static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The day that output counts for: what is packed at the weekend belongs to Friday. */
    static LocalDate outputDay(LocalDate day) {
        int afterFriday = day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        return day.minusDays(Math.max(0, afterFriday));
    }
}
