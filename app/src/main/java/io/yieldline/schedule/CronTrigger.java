package io.yieldline.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The due times of a job: wall-clock times in a time zone, so that a slot keeps its name whatever becomes of the zone. A job with
 * {@code *} in minute or hour has a rhythm: it is due in both passes of an hour that the clock repeats. A job at fixed times is due
 * in the first pass only, and what the clock skips is due at the change.
 *
 * @param cron the times
 * @param zone the time zone
 */
public record CronTrigger(Cron cron, ZoneId zone) {
    /** Maximum number of missed times; older ones are dropped. */
    private static final int MOST = 1000;

    /** What a due time of the second pass of a repeated hour has beyond its minute, which tells it from the first. */
    private static final int AGAIN = 1;

    /** Whether a due time is in the second pass of an hour that the clock repeats. */
    static boolean again(LocalDateTime time) {
        return time.getSecond() == AGAIN;
    }

    /** The instant at which this wall-clock time is due. */
    public Instant instant(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return again(time)
                ? time.truncatedTo(ChronoUnit.MINUTES)
                        .atZone(zone)
                        .withLaterOffsetAtOverlap()
                        .toInstant()
                : time.atZone(zone).toInstant();
    }

    /** The times that became due after one instant and up to another, oldest first. */
    List<LocalDateTime> due(Instant after, Instant until) {
        List<LocalDateTime> due = new ArrayList<>();
        Optional<LocalDateTime> time = cron.latest(latest(until));
        while (time.isPresent() && due.size() < MOST && lastInstant(time.get()).isAfter(after)) {
            passes(time.get())
                    .filter(pass -> instant(pass).isAfter(after))
                    .filter(pass -> !instant(pass).isAfter(until))
                    .forEach(due::add);
            time = cron.latest(time.get().minusMinutes(1));
        }
        due.sort(inOrder());
        return due;
    }

    /** The next times after an instant. */
    public List<LocalDateTime> next(Instant after, int count) {
        List<LocalDateTime> next = new ArrayList<>();
        Optional<LocalDateTime> time = cron.after(earliest(after));
        while (time.isPresent() && (next.size() < count || repeated(time.get()))) {
            passes(time.get()).filter(pass -> instant(pass).isAfter(after)).forEach(next::add);
            time = cron.after(time.get());
        }
        next.sort(inOrder());
        return List.copyOf(next.subList(0, Math.min(count, next.size())));
    }

    /** By instant; what the clock skipped in the order of the clock. */
    private Comparator<LocalDateTime> inOrder() {
        return Comparator.comparing(this::instant).thenComparing(Comparator.naturalOrder());
    }

    /** How often a time is due: not at all in a skipped hour if another hour takes its place, twice in a repeated one. */
    private Stream<LocalDateTime> passes(LocalDateTime time) {
        if (repeated(time) && cron.hasRhythm()) {
            return Stream.of(time, time.plusSeconds(AGAIN));
        }
        return skipped(time) && cron.everyHour() ? Stream.empty() : Stream.of(time);
    }

    private Instant lastInstant(LocalDateTime time) {
        return instant(repeated(time) && cron.hasRhythm() ? time.plusSeconds(AGAIN) : time);
    }

    private boolean repeated(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isOverlap();
    }

    private boolean skipped(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap();
    }

    /** The latest wall-clock time at this instant; in a repeated hour, the end of the hour. */
    private LocalDateTime latest(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, zone);
        return repeated(time) ? zone.getRules().getTransition(time).getDateTimeBefore() : time;
    }

    /** A wall-clock time before all that are due after this instant; in a repeated hour, just before the hour. */
    private LocalDateTime earliest(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, zone);
        return repeated(time)
                ? zone.getRules().getTransition(time).getDateTimeAfter().minusMinutes(1)
                : time;
    }
}
