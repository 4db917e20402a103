package io.yieldline.operation;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets operations that change something run one after the other, in the order in which they came. */
final class Turns {
    private final ReentrantLock changing = new ReentrantLock(true);
    private volatile boolean stopping;

    <T> T take(boolean exclusive, Supplier<T> work) {
        refuseWhenStopping();
        return exclusive ? alone(work) : work.get();
    }

    private <T> T alone(Supplier<T> work) {
        changing.lock();
        try {
            refuseWhenStopping();
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    /** Breaks off an operation between two of its steps; what it committed stays. */
    void refuseWhenStopping() {
        if (stopping) {
            throw new UserError(
                    ExitCode.FAILED, "stopped, since the server was told to stop; what was done is kept, run it again");
        }
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
