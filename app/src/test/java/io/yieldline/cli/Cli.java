package io.yieldline.cli;

import io.yieldline.Prepared;
import io.yieldline.TinyExport;
import io.yieldline.operation.Caller;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program in this process, on one home, at noon of 2025-04-21 in London and eight in New York. */
final class Cli {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));

    private final Path home;
    private final Ansi colours;
    private final Terminal terminal;
    private final InstantSource clock;

    Cli(Path home) {
        this(home, Ansi.OFF);
    }

    Cli(Path home, Ansi colours) {
        this(home, colours, new LocalTerminal(), CLOCK);
    }

    /** At another time. */
    Cli(Path home, InstantSource clock) {
        this(home, Ansi.OFF, new LocalTerminal(), clock);
    }

    private Cli(Path home, Ansi colours, Terminal terminal, InstantSource clock) {
        this.home = home;
        this.colours = colours;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** On a plant in the folder {@code plant} that has the tiny export, which lies beside it. */
    static Cli loaded(Path temp) {
        return copied("loaded", temp, folder -> {
            Cli cli = new Cli(folder.resolve("plant"));
            cli.run("init");
            cli.run("ingest", TinyExport.write(folder).toString());
        });
    }

    /** The same, with its marts up to date. */
    static Cli counted(Path temp) {
        return copied("counted", temp, folder -> loaded(folder).run("aggregate"));
    }

    /** On a made-up plant of a week. */
    static Cli demo(Path temp) {
        return copied(
                "demo", temp, folder -> new Cli(folder.resolve("plant")).run("demo", "--days", "7", "--units", "100"));
    }

    private static Cli copied(String name, Path temp, Consumer<Path> fill) {
        Prepared.copy(name, temp, fill);
        return new Cli(temp.resolve("plant"));
    }

    /** The program on the same home, with somebody who answers every question so. */
    Cli answering(String answer) {
        return at(answer, false);
    }

    /** The program on the same home, at a terminal whose lines can be drawn again. */
    Cli watched() {
        return at("", true);
    }

    private Cli at(String answer, boolean redraws) {
        Terminal somebody = new Terminal() {
            @Override
            public boolean attached() {
                return true;
            }

            @Override
            public boolean redraws() {
                return redraws;
            }

            @Override
            public String ask(String question) {
                return answer;
            }
        };
        return new Cli(home, colours, somebody, clock);
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
        CommandLine program = Main.commandLine(new CommandEnvironment(clock, terminal, Path.of(""), Caller.cli(), null))
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
        return Prepared.moved(text, "TEMP")
                .replace(home.toAbsolutePath().getParent().toString(), "TEMP")
                .replaceAll("[0-9]+\\.[0-9]{2} s", "N s");
    }

    /** What a command ended with and printed. */
    record Ran(int exitCode, String out, String err) {}
}
