package io.yieldline.insight;

import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.mart.DayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plant days that are compared with others.
 *
 * @param from the first day
 * @param to the last day
 * @param weekdays those of its days that count
 * @param except single days that do not count
 */
public record Period(LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, Set<LocalDate> except) {
    private static final int EARLIER_WEEKS = 4;

    /** A copy that nobody changes; refuses a period that ends before it starts. */
    public Period {
        new DayRange(from, to);
        weekdays = Set.copyOf(weekdays);
        except = Set.copyOf(except);
    }

    /** All days of a range. */
    public static Period of(LocalDate from, LocalDate to) {
        return new Period(from, to, EnumSet.allOf(DayOfWeek.class), Set.of());
    }

    /** These days, at least one, and none between them. */
    public static Period ofDays(Collection<LocalDate> days) {
        LocalDate first = Collections.min(days);
        LocalDate last = Collections.max(days);
        Set<LocalDate> except = first.datesUntil(last).collect(Collectors.toSet());
        except.removeAll(days);
        return new Period(first, last, EnumSet.allOf(DayOfWeek.class), except);
    }

    /** Reads a day, an ISO week, or two days with two dots between them. */
    public static Period parse(String text) {
        List<String> ends = List.of(text.split("\\.\\.", -1));
        if (ends.size() == 2) {
            return of(TimeInput.day(ends.get(0)), TimeInput.day(ends.get(1)));
        }
        if (text.contains("W")) {
            LocalDate monday = TimeInput.monday(text);
            return of(monday, monday.plusDays(6));
        }
        if (ends.size() > 2 || !text.contains("-")) {
            throw new InvalidInput(
                    text, "is not a valid period; write it as 2025-04-01..2025-04-30, 2025-W18 or 2025-04-15");
        }
        LocalDate day = TimeInput.day(text);
        return of(day, day);
    }

    /** As many days directly before it. */
    public Period before() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return of(from.minusDays(days), from.minusDays(1));
    }

    /** The four weeks before it. */
    public Period weeksBefore() {
        return of(from.minusWeeks(EARLIER_WEEKS), from.minusDays(1));
    }

    /** Only the weekdays that another period has, too. */
    public Period sameWeekdaysAs(Period other) {
        Set<DayOfWeek> both = EnumSet.noneOf(DayOfWeek.class);
        both.addAll(occurring());
        both.retainAll(other.occurring());
        return new Period(from, to, both, except);
    }

    private Collection<DayOfWeek> occurring() {
        return from.datesUntil(to.plusDays(1))
                .limit(7)
                .map(LocalDate::getDayOfWeek)
                .filter(weekdays::contains)
                .collect(Collectors.toSet());
    }

    /** Whether a day is one of its days. */
    boolean contains(LocalDate day) {
        return !day.isBefore(from)
                && !day.isAfter(to)
                && weekdays.contains(day.getDayOfWeek())
                && !except.contains(day);
    }

    /**
     * All days from the first to the last of both. Beside the conditions of two periods, its condition lets DuckDB leave out the rest of the
     * history, which it does not for conditions joined by "or".
     */
    Period through(Period other) {
        return of(Collections.min(List.of(from, other.from)), Collections.max(List.of(to, other.to)));
    }

    /** The condition for a record of it. */
    String sql() {
        StringBuilder sql = new StringBuilder("day between date '" + from + "' and date '" + to + "'");
        if (!everyWeekday()) {
            sql.append(weekdays.stream()
                    .sorted()
                    .map(day -> String.valueOf(day.getValue()))
                    .collect(Collectors.joining(
                            ", ", " and extract(isodow from day) in (", weekdays.isEmpty() ? "0)" : ")")));
        }
        if (!except.isEmpty()) {
            sql.append(except.stream()
                    .sorted()
                    .map(day -> "date '" + day + "'")
                    .collect(Collectors.joining(", ", " and day not in (", ")")));
        }
        return sql.toString();
    }

    private boolean everyWeekday() {
        return weekdays.size() == DayOfWeek.values().length;
    }

    /** The days in words. */
    public String words() {
        String words = new DayRange(from, to).words();
        if (!everyWeekday()) {
            words += ", only "
                    + weekdays.stream()
                            .sorted()
                            .map(day -> day.name().substring(0, 3))
                            .collect(Collectors.joining(", "));
        }
        if (!except.isEmpty()) {
            words += ", without "
                    + except.stream().sorted().map(LocalDate::toString).collect(Collectors.joining(", "));
        }
        return words;
    }
}
