package io.yieldline.schedule;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that runs by a cron trigger, or after another job.
 *
 * @param name its name in the settings
 * @param run the command after {@code yieldline}
 * @param trigger the cron trigger; null for a job that only follows another
 * @param misfire the misfire policy
 * @param timeout maximum duration of a run
 * @param retries number of retries of a failed run
 * @param after the job that must succeed before, for the same slot; null for none
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

    /** The delay after a number of failures: one minute, then twice as long each time, at most one hour. */
    static Duration backOff(long failures) {
        Duration wait = Duration.ofMinutes(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The timeout as in the settings, such as {@code 90m}. */
    public String timeoutText() {
        long seconds = timeout.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** A description of the trigger. */
    public String words() {
        String follows = after == null ? "" : "after " + after;
        if (trigger == null) {
            return follows;
        }
        return trigger.cron().words() + (after == null ? "" : ", and " + follows);
    }
}
