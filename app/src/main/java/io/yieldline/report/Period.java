package io.yieldline.report;

import io.yieldline.feed.Calendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * The day or week that a report is about.
 *
 * @param from its first day
 * @param to its last day, included
 */
public record Period(ReportKind kind, LocalDate from, LocalDate to) {
    /** The period of a kind that holds a day. */
    public static Period of(ReportKind kind, LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return kind == ReportKind.DAILY ? new Period(kind, day, day) : new Period(kind, monday, monday.plusDays(6));
    }

    /** The name in files and tables, such as 2025-05-29 or 2025-W22; later periods have greater names. */
    public String name() {
        return kind == ReportKind.DAILY ? from.toString() : Calendar.week(from);
    }

    /** The name for people. */
    String title() {
        String weekday = from.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return kind == ReportKind.DAILY ? weekday + ", " + from : "Week " + name() + ", " + from + " to " + to;
    }

    /** The word for one of its kind. */
    String noun() {
        return kind == ReportKind.DAILY ? "day" : "week";
    }

    /** The period so many days or weeks before. */
    Period minus(int count) {
        return of(kind, kind == ReportKind.DAILY ? from.minusDays(count) : from.minusWeeks(count));
    }

    /** Whether a day is in it. */
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
