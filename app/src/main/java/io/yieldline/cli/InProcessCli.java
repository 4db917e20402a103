package io.yieldline.cli;

import io.yieldline.api.CommandCall;
import io.yieldline.api.CommandOutput;
import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs command lines on the served plant: for local command lines, for the schedule, and for the server itself. */
final class InProcessCli {
    private final OpenPlant plant;
    private final InstantSource clock;

    InProcessCli(OpenPlant plant, InstantSource clock) {
        this.plant = plant;
        this.clock = clock;
    }

    /** Runs a command of a local command line. */
    int run(CommandCall call, CommandOutput output) {
        CommandEnvironment environment = new CommandEnvironment(
                clock,
                new RemoteTerminal(call, output),
                call.directory(),
                new Caller("cli", call.user(), null),
                plant.shared());
        return program(environment, output.out(), output.err(), call.colours() ? Ansi.ON : Ansi.OFF)
                .execute(call.words().toArray(String[]::new));
    }

    /** Runs a command of the server, without a terminal. */
    int run(List<String> words, Caller caller, PrintWriter out, PrintWriter err) {
        Path home = plant.plant().home().directory();
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(words);
        CommandEnvironment environment = new CommandEnvironment(clock, new NoTerminal(), home, caller, plant.shared());
        return program(environment, out, err, Ansi.OFF).execute(all.toArray(String[]::new));
    }

    private static CommandLine program(CommandEnvironment environment, PrintWriter out, PrintWriter err, Ansi colours) {
        return Main.commandLine(environment)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours));
    }

    /** The remote terminal. */
    private record RemoteTerminal(CommandCall call, CommandOutput output) implements Terminal {
        @Override
        public boolean attached() {
            return call.answers();
        }

        @Override
        public boolean redraws() {
            return false;
        }

        @Override
        public @Nullable String ask(String question) {
            return call.answers() ? output.ask(question) : null;
        }
    }

    /** No terminal. */
    private record NoTerminal() implements Terminal {
        @Override
        public boolean attached() {
            return false;
        }

        @Override
        public boolean redraws() {
            return false;
        }

        @Override
        public @Nullable String ask(String question) {
            return null;
        }
    }
}
