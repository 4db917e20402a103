package io.yieldline.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One due time of a job and what became of it.
 *
 * @param job the name of the job
 * @param dueAt when it was due, on the wall clock of the job; a job that follows another has the due time of that one
 * @param state how it stands
 * @param missed so many earlier slots it stands for
 * @param attempts how often it was begun
 * @param interruptions how often the program ended while it ran
 * @param nextTryAt not before then it is begun
 * @param exitCode how the last attempt ended; null before the end
 * @param summary what came of it
 * @param runId the run in the run log, if it is known
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

    /** How a slot stands. */
    public enum State {
        /** To be run, or to be tried again. */
        WAITING,
        /** Being run. */
        RUNNING,
        /** Run to its end. */
        DONE,
        /** Failed, and not tried again. */
        FAILED,
        /** Took longer than the job may. */
        TIMED_OUT,
        /** The program ended twice while it ran, or a later slot took its place after the first time. */
        INTERRUPTED,
        /** Never run: nobody was there, a later slot took its place, or the job before it failed. */
        MISSED;

        /** The word for it, such as {@code timed out}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** This slot as it is once it was begun. */
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

    /** Failures so far; an interruption is none. */
    long failures() {
        return attempts - interruptions;
    }
}
