package io.yieldline.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Does something again and again on a thread of its own, whatever goes wrong in between. */
public final class Heartbeat implements AutoCloseable {
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean ended;

    private Heartbeat() {}

    /**
     * Starts a heartbeat.
     *
     * @param pause the pause after each beat
     * @param beat what is done
     * @param failed told what went wrong in a beat
     */
    public static Heartbeat start(String name, Duration pause, Runnable beat, Consumer<Throwable> failed) {
        Heartbeat self = new Heartbeat();
        Thread thread = new Thread(() -> self.run(pause, beat, failed), "yieldline-" + name);
        thread.setDaemon(true);
        thread.start();
        return self;
    }

    /** Makes the next beat come at once. */
    public void wake() {
        synchronized (woken) {
            woken.set(true);
            woken.notifyAll();
        }
    }

    /** The last beat is the one under way. */
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
                // Whatever it was, even a stack that overflowed: the next beat may work.
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
            // Nobody interrupts this thread but the beat's own work; the pause goes on.
        }
    }
}
