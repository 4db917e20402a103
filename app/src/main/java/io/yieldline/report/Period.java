package io.yieldline.report;

import io.yieldline.feed.Calendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * The day or week of a report.
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record Period(ReportKind kind, LocalDate from, LocalDate to) {
    /** The period of a kind that contains a day. */
    public static Period of(ReportKind kind, LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return kind == ReportKind.DAILY ? new Period(kind, day, day) : new Period(kind, monday, monday.plusDays(6));
    }

    /** The name in files and tables, such as 2025-05-29 or 2025-W22; later periods have greater names. */
    public String name() {
        return kind == ReportKind.DAILY ? from.toString() : Calendar.week(from);
    }

    /** The displayed name. */
    String title() {
        String weekday = from.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return kind == ReportKind.DAILY ? weekday + ", " + from : "Week " + name() + ", " + from + " to " + to;
    }

    /** The noun for this kind of period. */
    String noun() {
        return kind == ReportKind.DAILY ? "day" : "week";
    }

    /** An earlier period, by a number of days or weeks. */
    Period minus(int count) {
        return of(kind, kind == ReportKind.DAILY ? from.minusDays(count) : from.minusWeeks(count));
    }

    /** Whether it contains a day. */
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
