package io.yieldline.cli;

import io.yieldline.operation.TableJson;
import io.yieldline.warehouse.Table;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Output of a command: results to standard output, progress and errors to standard error. */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final Terminal terminal;
    private final boolean json;
    private final boolean quiet;
    private final String program;

    /**
     * For one run of the program.
     *
     * @param program command line prefix for the same plant
     */
    Console(CommandLine command, Terminal terminal, boolean json, boolean quiet, String program) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.ansi = command.getColorScheme().ansi();
        this.terminal = terminal;
        this.json = json;
        this.quiet = quiet;
        this.program = program;
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return out;
    }

    void line(String text) {
        out.println(text);
    }

    /** Prints text that includes line ends. */
    void text(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints text that includes line ends on standard error. */
    void complain(String text) {
        err.print(text);
        err.flush();
    }

    /** Whether the output has colours. */
    boolean coloured() {
        return ansi.enabled();
    }

    /** Whether the user can answer a question. */
    boolean answers() {
        return terminal.attached();
    }

    /** The answer of the user. */
    Optional<String> ask(String question) {
        return Optional.ofNullable(terminal.ask(question));
    }

    /** Prints a line with picocli markup, such as {@code @|red text|@}: coloured on a terminal only. */
    void styled(String markup) {
        out.println(ansi.string(markup));
    }

    void table(Table table) {
        text(TextTable.of(table));
    }

    /** A suggested command. */
    String command(String words) {
        return program + " " + words;
    }

    void json(Object value) {
        out.println(jsonText(value));
    }

    /** A value as printed JSON. */
    String jsonText(Object value) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .addModule(new SimpleModule().addSerializer(new TableJson()).addSerializer(new ExportReportJson()))
                .defaultPrettyPrinter(
                        new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
                .build();
        return mapper.writeValueAsString(value);
    }

    /** Asks the user to type a word to confirm a destructive command; false if it does not match or nobody can answer. */
    boolean typed(String question, String expected) {
        return expected.equals(terminal.ask(question));
    }

    /** Prints a note in addition to the result. */
    void note(String text) {
        if (!quiet) {
            err.println(text);
        }
    }

    CliProgress progress() {
        boolean redraws = terminal.redraws() && !json && !quiet;
        return new CliProgress(err, redraws, quiet || json);
    }
}
