package io.yieldline.feed;

import io.yieldline.plant.Rules;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Days with their ISO week and output day, cached, because an export has few days and many rows. */
public final class Calendar {
    private final Memo<LocalDate, CalendarDay> days = new Memo<>();
    private final Rules rules;

    /** A calendar with the weekend roll of these rules. */
    public Calendar(Rules rules) {
        this.rules = rules;
    }

    /** A day with its ISO week and output day. */
    public CalendarDay day(LocalDate day) {
        return days.of(day, date -> new CalendarDay(date, week(date), weekStart(date), rules.outputDay(date)));
    }

    /** The ISO week of a day, by the ISO week-year: 2024-12-30 is in {@code 2025-W01}. */
    public static String week(LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }

    /** The Monday of the ISO week of a day. */
    public static LocalDate weekStart(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    /**
     * A day.
     *
     * @param day the date
     * @param week its ISO week
     * @param weekStart the Monday of that week
     * @param outputDay the day on which its output is counted
     */
    public record CalendarDay(LocalDate day, String week, LocalDate weekStart, LocalDate outputDay) {}
}
