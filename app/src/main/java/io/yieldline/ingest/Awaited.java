package io.yieldline.ingest;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for another thread as long as the load may go on. */
final class Awaited {
    private static final long PAUSE_MILLIS = 100;

    private Awaited() {}

    /**
     * The result of the other thread.
     *
     * @throws ExecutionException if that thread failed
     */
    static <T> T result(CompletableFuture<T> future, IngestProgress progress) throws ExecutionException {
        while (true) {
            try {
                return future.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stopped();
            }
        }
    }

    /** The error of a load whose reading was stopped. */
    static UserError stopped() {
        return new UserError(ExitCode.FAILED, "stopped: reading was interrupted; nothing of the export was loaded");
    }
}
