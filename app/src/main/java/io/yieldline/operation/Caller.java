package io.yieldline.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an operation.
 *
 * @param trigger origin: {@code cli}, {@code schedule} or {@code api}
 * @param user the name of the user
 * @param reason reason given by the user; required for manual changes of data
 * @param due when the schedule wanted the operation, which can be long ago; null for other callers
 */
public record Caller(
        String trigger,
        String user,
        @Nullable String reason,
        @Nullable Instant due) {
    /** A caller that wants the operation now. */
    public Caller(String trigger, String user, @Nullable String reason) {
        this(trigger, user, reason, null);
    }

    /** The user of this process at the command line. */
    public static Caller cli() {
        return cli(null);
    }

    /** The user of this process at the command line, with a reason. */
    public static Caller cli(@Nullable String reason) {
        return new Caller("cli", System.getProperty("user.name", "unknown"), reason);
    }
}
