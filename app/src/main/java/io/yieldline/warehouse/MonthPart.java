package io.yieldline.warehouse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a month, which begin on its days 1, 8, 15 and 22: what a load writes is noted by them, and snapshots divide a month into
 * them. So the cost of a day is the same at the start and at the end of a month.
 */
public final class MonthPart {
    private static final int DAYS = 7;
    private static final int LAST = 22;

    /** The last year of the calendar. What is after it, by a conversion of times that were never true, belongs to its last part. */
    public static final int LAST_YEAR = 9999;

    private MonthPart() {}

    /** The part of a day, by its first day, such as {@code 2025-04-08}. */
    public static String of(LocalDate day) {
        return first(day).toString();
    }

    /** The parts with the days from one to another, in order. */
    public static List<String> between(LocalDate from, LocalDate to) {
        return Stream.iterate(first(from), part -> !part.isAfter(to), MonthPart::next)
                .map(LocalDate::toString)
                .toList();
    }

    /** The parts of a month, in order. */
    public static List<String> of(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    /** The first day after a part, which is told by its first day. */
    public static LocalDate next(LocalDate part) {
        return part.getDayOfMonth() == LAST ? YearMonth.from(part).plusMonths(1).atDay(1) : part.plusDays(DAYS);
    }

    private static LocalDate first(LocalDate day) {
        if (day.getYear() > LAST_YEAR) {
            return LocalDate.of(LAST_YEAR, 12, LAST);
        }
        int weeks = (day.getDayOfMonth() - 1) / DAYS;
        return day.withDayOfMonth(Math.min(LAST, 1 + weeks * DAYS));
    }
}
