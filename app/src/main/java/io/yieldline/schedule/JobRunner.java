package io.yieldline.schedule;

import java.util.Optional;

/** Runs the command of a job; called on a separate thread, which is interrupted on timeout. */
@FunctionalInterface
public interface JobRunner {
    /** Runs it and returns the result. An exception is a failure. */
    JobOutcome run(Job job, Slot slot);

    /** The result of a run of a killed program, if the run ended before. */
    default Optional<JobOutcome> ended(Job job, Slot slot) {
        return Optional.empty();
    }
}
