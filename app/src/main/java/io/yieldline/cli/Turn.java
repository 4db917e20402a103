package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits for the plant while another command uses it, so that of two lines of a schedule at the same time both are run, and numbers
 * can be read while a backup is made.
 */
final class Turn {
    private static final Duration TRY_AGAIN = Duration.ofMillis(250);

    private final Duration patience;
    private final Console console;

    Turn(Duration patience, Console console) {
        this.patience = patience;
        this.console = console;
    }

    /** What needs the plant for itself; it is tried until nobody else holds the plant, or the patience ends. */
    <T> T await(Supplier<T> work) {
        long began = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return work.get();
            } catch (UserError e) {
                if (e.exitCode() != ExitCode.LOCKED || System.nanoTime() - began >= patience.toNanos()) {
                    throw e;
                }
                told = told || tell();
                pause(e);
            }
        }
    }

    private boolean tell() {
        console.note("another run holds the plant; waiting up to " + Counted.of(patience.toSeconds(), "second")
                + " for it to end");
        return true;
    }

    private static void pause(UserError refusal) {
        try {
            Thread.sleep(TRY_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
