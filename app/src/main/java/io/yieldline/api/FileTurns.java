package io.yieldline.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Turns of work that reads whole tables or snapshots: each holds a database of its own or a connection, and up to half a gigabyte. */
final class FileTurns {
    private static final Semaphore TURNS = new Semaphore(4, true);
    private static final long PATIENCE_SECONDS = 20;

    private FileTurns() {}

    /** Does the work when it is its turn; refuses it if that takes too long. */
    static RouteResponse take(Supplier<RouteResponse> work) {
        try {
            if (!TURNS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.busy("too many files are being made; try again in a few seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy("the server is stopping");
        }
        try {
            return work.get();
        } finally {
            TURNS.release();
        }
    }
}
