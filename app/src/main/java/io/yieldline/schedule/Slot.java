package io.yieldline.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One due time of a job and its result.
 *
 * @param job the name of the job
 * @param dueAt due time, in the time zone of the job; a following job has the due time of its predecessor. In the second pass of an
 *     hour that the clock repeats it is a second after the minute, which tells the two apart
 * @param state state
 * @param missed number of missed slots that it replaces
 * @param attempts number of attempts
 * @param interruptions number of kills of the program during the run
 * @param nextTryAt earliest start
 * @param exitCode exit code of the last attempt; null before its end
 * @param summary result
 * @param runId the run in the run log, if known
 */
public record Slot(
        String job,
        LocalDateTime dueAt,
        State state,
        long missed,
        long attempts,
        long interruptions,
        Instant nextTryAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long exitCode,
        @Nullable String summary,
        @Nullable Long runId) {

    /** The state of a slot. */
    public enum State {
        /** Waiting for its run or retry. */
        WAITING,
        /** Running. */
        RUNNING,
        /** Completed. */
        DONE,
        /** Failed, without further retries. */
        FAILED,
        /** Exceeded the timeout. */
        TIMED_OUT,
        /** The program was killed twice during the run, or a later slot replaced it after the first kill. */
        INTERRUPTED,
        /** Never run: the server was not running, a later slot replaced it, or the previous job failed. */
        MISSED;

        /** The name, such as {@code timed out}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What the clock showed when it was due. */
    public LocalDateTime dueTime() {
        return dueAt.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The due time in words: {@code 2025-11-02T01:30 (again)} in the second pass of a repeated hour. */
    public String due() {
        return dueTime() + (CronTrigger.again(dueAt) ? " (again)" : "");
    }

    /** This slot after its start. */
    Slot begun(Instant now) {
        return new Slot(
                job,
                dueAt,
                State.RUNNING,
                missed,
                attempts + 1,
                interruptions,
                nextTryAt,
                now,
                null,
                exitCode,
                summary,
                runId);
    }

    /** Number of failures; interruptions do not count. */
    long failures() {
        return attempts - interruptions;
    }
}
