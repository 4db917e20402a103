package io.yieldline.feed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Converts times of a feed to UTC and to plant time. A day without a clock change has one offset for all times; offsets are cached,
 * because an export has few days and many times.
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
        return toPlant(time, utc(time));
    }

    /** The plant time of a time that is known to be this instant. */
    LocalDateTime toPlant(LocalDateTime time, LocalDateTime utc) {
        Long seconds = shift(time).seconds();
        return seconds == null
                ? utc.atZone(ZoneOffset.UTC).withZoneSameInstant(to).toLocalDateTime()
                : time.plusSeconds(seconds);
    }

    /**
     * The instants of a start and an end. A time that occurs twice in autumn is the first of the two; one that the clock skips in
     * spring is as late after the change as the clock shows. Unless the end would then be before the start: then the other reading
     * counts.
     */
    Span span(LocalDateTime start, LocalDateTime end) {
        return span(start, null, end, null);
    }

    /** The same, where the instant of the start or of the end may be known, as UTC. */
    Span span(
            LocalDateTime start,
            @Nullable LocalDateTime knownStart,
            LocalDateTime end,
            @Nullable LocalDateTime knownEnd) {
        Span first = new Span(knownStart == null ? utc(start) : knownStart, knownEnd == null ? utc(end) : knownEnd);
        if (first.seconds() >= 0) {
            return first;
        }
        return new Span(
                knownStart == null ? earlier(first.start(), read(start)) : knownStart,
                knownEnd == null ? later(first.end(), read(end)) : knownEnd);
    }

    /** What the clock of the feed shows at an instant, which is in UTC. */
    LocalDateTime shown(LocalDateTime utc) {
        return utc.atZone(ZoneOffset.UTC).withZoneSameInstant(from).toLocalDateTime();
    }

    /** The instant of a time, as UTC; of two, the first. */
    LocalDateTime utc(LocalDateTime time) {
        Integer offset = shift(time).offset();
        return offset == null
                ? LocalDateTime.ofInstant(time.atZone(from).toInstant(), ZoneOffset.UTC)
                : time.minusSeconds(offset);
    }

    /** The other reading of a time that the clock repeats or skips: by the offset after the change. */
    private LocalDateTime read(LocalDateTime time) {
        ZoneOffsetTransition change = from.getRules().getTransition(time);
        return change == null
                ? utc(time)
                : time.minusSeconds(change.getOffsetAfter().getTotalSeconds());
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
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

    /** The instants of a start and an end, as UTC. */
    record Span(LocalDateTime start, LocalDateTime end) {
        /** Whole seconds between them, whatever clocks did. */
        long seconds() {
            return ChronoUnit.SECONDS.between(start, end);
        }
    }
}
