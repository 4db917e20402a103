package io.yieldline.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run of a job on a separate thread. */
final class Running {
    private final Slot slot;
    private final Job job;
    private final Instant deadline;
    private final Thread thread;
    private volatile @Nullable JobOutcome outcome;
    private boolean overdue;

    Running(Job job, Slot slot, Instant now, JobRunner runner) {
        this.slot = slot;
        this.job = job;
        this.deadline = now.plus(job.timeout());
        this.thread = new Thread(() -> outcome = outcome(runner), "yieldline-job-" + job.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Job job() {
        return job;
    }

    Slot slot() {
        return slot;
    }

    /** The result; null while it runs. */
    @Nullable
    JobOutcome outcome() {
        return outcome;
    }

    /** Whether it was stopped on timeout. */
    boolean overdue() {
        return overdue;
    }

    boolean late(Instant now) {
        return !overdue && now.isAfter(deadline);
    }

    /** Stops it without waiting. */
    void giveUp() {
        overdue = true;
        thread.interrupt();
    }

    void interrupt() {
        thread.interrupt();
    }

    void join(long milliseconds) throws InterruptedException {
        thread.join(milliseconds);
    }

    /** No failure of a job may stop the scheduler. */
    private JobOutcome outcome(JobRunner runner) {
        try {
            return runner.run(job, slot);
        } catch (RuntimeException | Error e) {
            return JobOutcome.of(e);
        }
    }
}
