package io.yieldline.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Repeats a task on its own thread, whatever errors occur. */
public final class Heartbeat implements AutoCloseable {
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean ended;

    private Heartbeat() {}

    /**
     * Starts a heartbeat.
     *
     * @param pause the pause after each beat
     * @param beat the task
     * @param failed receives errors of the task
     */
    public static Heartbeat start(String name, Duration pause, Runnable beat, Consumer<Throwable> failed) {
        Heartbeat self = new Heartbeat();
        Thread thread = new Thread(() -> self.run(pause, beat, failed), "yieldline-" + name);
        thread.setDaemon(true);
        thread.start();
        return self;
    }

    /** Runs the next beat immediately. */
    public void wake() {
        synchronized (woken) {
            woken.set(true);
            woken.notifyAll();
        }
    }

    /** Completes the current beat and stops. */
    @Override
    public void close() {
        ended = true;
        wake();
    }

    private void run(Duration pause, Runnable beat, Consumer<Throwable> failed) {
        while (!ended) {
            try {
                beat.run();
            } catch (Throwable e) {
                // Even after a stack overflow, the next beat may succeed.
                failed.accept(e);
            }
            rest(pause);
        }
    }

    private void rest(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        synchronized (woken) {
            while (!ended && !woken.get() && System.nanoTime() < until) {
                waitUntil(until);
            }
            woken.set(false);
        }
    }

    private void waitUntil(long until) {
        try {
            woken.wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            // Only the task itself can interrupt this thread; continue the pause.
        }
    }
}
