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

/** Lets operations that change something run one after the other, in the order in which they came. */
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

    /** Whether a run is at work in this process. */
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

    /** Breaks off an operation between two of its steps; what it committed stays. */
    void refuseWhenStopping() {
        if (stopping) {
            throw stopped("the server was told to stop");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw stopped("it took too long");
        }
    }

    private static UserError stopped(String cause) {
        return new UserError(ExitCode.FAILED, "stopped, since " + cause + "; what was done is kept, run it again");
    }

    /** Whether the operation that changes something ended in time. */
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
