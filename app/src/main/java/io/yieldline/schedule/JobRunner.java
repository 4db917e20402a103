package io.yieldline.schedule;

import java.util.Optional;

/** Runs the command of a job; called on a thread of its own, which is interrupted when the run takes too long. */
@FunctionalInterface
public interface JobRunner {
    /** Runs it and says what came of it. What it throws is a failure. */
    JobOutcome run(Job job, Slot slot);

    /** What came of a run that a program which is gone began, if it ended before the program did. */
    default Optional<JobOutcome> ended(Job job, Slot slot) {
        return Optional.empty();
    }
}
