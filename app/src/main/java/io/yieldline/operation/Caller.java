package io.yieldline.operation;

import org.jspecify.annotations.Nullable;

/**
 * The caller of an operation.
 *
 * @param trigger origin: {@code cli}, {@code schedule} or {@code api}
 * @param user the name of the user
 * @param reason reason given by the user; required for manual changes of data
 */
public record Caller(String trigger, String user, @Nullable String reason) {
    /** The user of this process at the command line. */
    public static Caller cli() {
        return cli(null);
    }

    /** The user of this process at the command line, with a reason. */
    public static Caller cli(@Nullable String reason) {
        return new Caller("cli", System.getProperty("user.name", "unknown"), reason);
    }
}
