package io.yieldline.health;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * The days or ISO weeks of a history, oldest first. A week is taken whole.
 *
 * @param from the first plant day
 * @param to the last plant day
 * @param zone of plant time
 * @param now the end of what is known
 */
record Periods(LocalDate from, LocalDate to, boolean weekly, ZoneId zone, Instant now) {
    Periods {
        from = weekly ? from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : from;
    }

    /** The name of the column. */
    String column() {
        return weekly ? "week" : "day";
    }

    /** All names, such as {@code 2025-04-21} or {@code 2025-W17}, also of those without activity. */
    List<String> names() {
        return from.datesUntil(to.plusDays(1)).map(this::of).distinct().toList();
    }

    String of(LocalDate day) {
        return weekly
                ? String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                : day.toString();
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The plant day of a time in UTC. */
    LocalDate day(LocalDateTime utc) {
        return utc.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDate();
    }

    /** The first plant day of each period. */
    List<LocalDate> starts() {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> !weekly || day.getDayOfWeek() == DayOfWeek.MONDAY)
                .toList();
    }

    /** The plant day after the last one of the period that starts on this day. */
    LocalDate after(LocalDate start) {
        return start.plusDays(weekly ? 7 : 1);
    }

    /** The moment at which a plant day begins. */
    Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The end of the period that starts on this day, or now if it is not over. */
    Instant end(LocalDate start) {
        Instant end = begin(after(start));
        return end.isAfter(now) ? now : end;
    }
}
