package io.yieldline.feed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Converts times of a feed to plant time. A day without a clock change has one offset for all times; offsets are cached, because
 * an export has few days and many times.
 */
final class ZoneShift {
    private final ZoneId from;
    private final ZoneId to;
    private final Memo<LocalDate, Shift> days = new Memo<>();

    ZoneShift(ZoneId from, ZoneId to) {
        this.from = from;
        this.to = to;
    }

    /** The same instant in plant time. */
    LocalDateTime toPlant(LocalDateTime time) {
        Long seconds = shift(time).seconds();
        return seconds == null
                ? time.atZone(from).withZoneSameInstant(to).toLocalDateTime()
                : time.plusSeconds(seconds);
    }

    /**
     * Seconds between two times, corrected for clock changes. A time that occurs twice in autumn is the first of the two, unless the
     * end would then be before the start.
     */
    long between(LocalDateTime start, LocalDateTime end) {
        long seconds = ChronoUnit.SECONDS.between(start, end) + offset(start) - offset(end);
        return seconds < 0 ? seconds + untilRepeated(end) : seconds;
    }

    /** Seconds until the same time of day occurs again; 0 if it does not. */
    private long untilRepeated(LocalDateTime time) {
        ZonedDateTime first = time.atZone(from);
        return first.until(first.withLaterOffsetAtOverlap(), ChronoUnit.SECONDS);
    }

    private long offset(LocalDateTime time) {
        Integer offset = shift(time).offset();
        return offset == null ? time.atZone(from).getOffset().getTotalSeconds() : offset;
    }

    private Shift shift(LocalDateTime time) {
        return days.of(time.toLocalDate(), this::shiftOf);
    }

    private Shift shiftOf(LocalDate day) {
        LocalDateTime first = day.atStartOfDay();
        LocalDateTime last = day.plusDays(1).atStartOfDay().minusNanos(1);
        int offset = offsetAt(first);
        long seconds = secondsAt(first);
        boolean steady = offset == offsetAt(last) && seconds == secondsAt(last);
        return steady ? new Shift(offset, seconds) : new Shift(null, null);
    }

    private int offsetAt(LocalDateTime time) {
        return time.atZone(from).getOffset().getTotalSeconds();
    }

    private long secondsAt(LocalDateTime time) {
        return ChronoUnit.SECONDS.between(
                time, time.atZone(from).withZoneSameInstant(to).toLocalDateTime());
    }

    /** The offset of the whole day; null on a clock change. */
    private record Shift(@Nullable Integer offset, @Nullable Long seconds) {}
}
