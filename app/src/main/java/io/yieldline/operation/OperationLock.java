package io.yieldline.operation;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs operations that change data one at a time, in order of arrival. */
final class OperationLock {
    private final ReentrantLock changing = new ReentrantLock(true);
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Consumer<EndedRun> listener = run -> {};

    <T> T take(boolean exclusive, Supplier<T> work) {
        refuseWhenStopping();
        return exclusive ? alone(work) : work.get();
    }

    void onRun(Consumer<EndedRun> told) {
        listener = told;
    }

    /** Whether a run is active in this process. */
    boolean running(long run) {
        return running.contains(run);
    }

    void begun(long run) {
        running.add(run);
    }

    void ended(EndedRun run) {
        running.remove(run.id());
        listener.accept(run);
    }

    private <T> T alone(Supplier<T> work) {
        waitForTurn();
        try {
            refuseWhenStopping();
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    private void waitForTurn() {
        try {
            changing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped("it took too long");
        }
    }

    /** Stops an operation between two steps; committed changes are kept. */
    void refuseWhenStopping() {
        if (stopping) {
            throw stopped("the server is stopping");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw stopped("it took too long");
        }
    }

    private static UserError stopped(String cause) {
        return new UserError(ExitCode.FAILED, "stopped: " + cause + "; completed work is kept, run it again");
    }

    /** Whether the operation that changes data ended in time. */
    boolean stop(Duration most) {
        stopping = true;
        try {
            return changing.tryLock(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
