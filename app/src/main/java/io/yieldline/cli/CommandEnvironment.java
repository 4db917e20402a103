package io.yieldline.cli;

import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a command runs in.
 *
 * @param directory where relative paths start
 * @param caller who gave the command
 * @param held the plant that this process holds as a server; null for a command that opens the plant for itself
 */
record CommandEnvironment(
        InstantSource clock,
        Terminal terminal,
        Path directory,
        Caller caller,
        @Nullable OpenPlant held) {
    /** A command of this process. */
    static CommandEnvironment of(InstantSource clock) {
        return new CommandEnvironment(clock, new LocalTerminal(), Path.of(""), Caller.cli(), null);
    }
}
