package io.yieldline.cli;

import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a command.
 *
 * @param directory base of relative paths
 * @param caller user of the command
 * @param held the plant that this process serves; null for a command that opens the plant itself
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
