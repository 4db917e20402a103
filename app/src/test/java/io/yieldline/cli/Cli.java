package io.yieldline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program in this process, on one home, at noon of 2025-04-21 in London and eight in New York. */
final class Cli {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));

    private final Path home;
    private final Ansi colours;

    Cli(Path home) {
        this(home, Ansi.OFF);
    }

    Cli(Path home, Ansi colours) {
        this.home = home;
        this.colours = colours;
    }

    /** Runs a command with its words, and returns what it printed; the parent of the home is written as {@code TEMP}. */
    Ran run(String... words) {
        return runWords(Stream.concat(Stream.of("--home", home.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    /** Runs without a home before the words. */
    Ran runWords(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = Main.commandLine(CLOCK)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setUsageHelpAutoWidth(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours));
        int exitCode = program.execute(words);
        program.getOut().flush();
        program.getErr().flush();
        return new Ran(exitCode, masked(out.toString()), masked(err.toString()));
    }

    private String masked(String text) {
        return text.replace(home.toAbsolutePath().getParent().toString(), "TEMP")
                .replaceAll("[0-9]+\\.[0-9]{2} s", "N s");
    }

    /** What a command ended with and printed. */
    record Ran(int exitCode, String out, String err) {}
}
