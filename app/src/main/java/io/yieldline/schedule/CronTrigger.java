package io.yieldline.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * The due times of a job: wall-clock times in a time zone. A time that the clock skips in spring is due at the change; one that
 * occurs twice in autumn is due only the first time. So every time is due once, in the order of the clock.
 *
 * @param cron the times
 * @param zone the time zone
 */
public record CronTrigger(Cron cron, ZoneId zone) {
    /** Maximum number of missed times; older ones are dropped. */
    private static final int MOST = 1000;

    /** The instant at which this wall-clock time is due. */
    public Instant instant(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }

    /** The times that became due after one instant and up to another, oldest first. */
    List<LocalDateTime> due(Instant after, Instant until) {
        List<LocalDateTime> due = new LinkedList<>();
        Optional<LocalDateTime> time = cron.latest(latest(until));
        while (time.isPresent() && due.size() < MOST && instant(time.get()).isAfter(after)) {
            if (!instant(time.get()).isAfter(until)) {
                due.add(0, time.get());
            }
            time = cron.latest(time.get().minusMinutes(1));
        }
        return due;
    }

    /** The next times after an instant. */
    public List<LocalDateTime> next(Instant after, int count) {
        List<LocalDateTime> next = new ArrayList<>();
        Optional<LocalDateTime> time = cron.after(LocalDateTime.ofInstant(after, zone));
        while (time.isPresent() && next.size() < count) {
            if (instant(time.get()).isAfter(after)) {
                next.add(time.get());
            }
            time = cron.after(time.get());
        }
        return next;
    }

    /** The latest wall-clock time at this instant; in a repeated hour, the end of the hour. */
    private LocalDateTime latest(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isOverlap() ? change.getDateTimeBefore() : time;
    }
}
