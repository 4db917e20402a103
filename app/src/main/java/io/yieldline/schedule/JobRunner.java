package io.yieldline.schedule;

/** Runs the command of a job; called on a thread of its own, which is interrupted when the run takes too long. */
@FunctionalInterface
public interface JobRunner {
    /** Runs it and says what came of it. What it throws is a failure. */
    JobOutcome run(Job job, Slot slot);
}
