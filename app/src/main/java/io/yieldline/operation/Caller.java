package io.yieldline.operation;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for an operation.
 *
 * @param trigger through what: {@code cli}, {@code schedule} or {@code api}
 * @param user the name of the user
 * @param reason why, in the user's words; asked for where somebody changes data by hand
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
