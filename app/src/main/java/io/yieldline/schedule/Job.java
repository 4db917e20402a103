package io.yieldline.schedule;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is run by the clock, or after another job.
 *
 * @param name its name in the settings
 * @param run the command as typed after {@code yieldline}
 * @param trigger when it is due; null for a job that only follows another
 * @param misfire what is done about missed slots
 * @param timeout how long a run may take before it is broken off
 * @param retries how often a failed run is tried again
 * @param after the job whose slots it takes over when they have worked; null for none
 */
public record Job(
        String name,
        List<String> run,
        @Nullable CronTrigger trigger,
        MisfirePolicy misfire,
        Duration timeout,
        int retries,
        @Nullable String after) {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** How long to wait after so many failures: a minute, then twice as long each time, at most an hour. */
    static Duration backOff(long failures) {
        Duration wait = Duration.ofMinutes(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The time-out as it is written in the settings, such as {@code 90m}. */
    public String timeoutText() {
        long seconds = timeout.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** When it runs, in words. */
    public String words() {
        String follows = after == null ? "" : "after " + after;
        if (trigger == null) {
            return follows;
        }
        return trigger.cron().words() + (after == null ? "" : ", and " + follows);
    }
}
