package io.yieldline.cli;

import io.yieldline.Hint;
import io.yieldline.Visible;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.TableJson;
import io.yieldline.warehouse.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Output of a command: results to standard output, progress and errors to standard error. Everything that a command prints passes
 * here, in {@link CliProgress} or in {@link Errors}, where text of files and users becomes visible before it reaches a terminal.
 */
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

    void line(String text) {
        out.println(Hint.complete(Visible.line(text), program));
    }

    /** A summary as a sentence. */
    void sentence(String summary) {
        line(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".");
    }

    /** Prints a file, such as a report: byte for byte, unless it goes to a terminal. */
    void text(String text) {
        relay(answers() ? Visible.lines(text) : text);
    }

    /** Prints a table as CSV: exact data, unless it goes to a terminal. */
    void csv(Table table) {
        if (answers()) {
            StringWriter text = new StringWriter();
            CsvTable.write(table, text);
            text(text.toString());
        } else {
            CsvTable.write(table, out);
        }
    }

    /** Prints output of the server, which has passed the server's console. */
    void relay(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints errors and progress of the server, which have passed the server's console. */
    void relayError(String text) {
        err.print(text);
        err.flush();
    }

    void flush() {
        out.flush();
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
        return Optional.ofNullable(terminal.ask(Visible.line(question)));
    }

    /** Prints a line with picocli markup, such as {@code @|red text|@}: coloured on a terminal only. */
    void styled(String markup) {
        out.println(ansi.string(Hint.complete(Visible.line(markup), program)));
    }

    void table(Table table) {
        relay(TextTable.of(table));
    }

    /** A table, or a word that there are no rows. */
    void tableOrNone(Table table) {
        if (table.rows().isEmpty()) {
            line("None.");
        } else {
            table(table);
        }
    }

    /** A suggested command. */
    String command(String words) {
        return program + " " + words;
    }

    void json(Object value) {
        out.println(jsonText(value));
    }

    /** A value as printed JSON. Escapes of JSON are data, so it is exact and visible everywhere. */
    String jsonText(Object value) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .addModule(new SimpleModule().addSerializer(new TableJson()).addSerializer(new ExportReportJson()))
                .defaultPrettyPrinter(
                        new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
                .build();
        return Visible.lines(mapper.writeValueAsString(value));
    }

    /** Asks the user to type a word to confirm a destructive command; false if it does not match or nobody can answer. */
    boolean typed(String question, String expected) {
        return expected.equals(terminal.ask(Visible.line(question)));
    }

    /** Prints a note in addition to the result, also with {@code --quiet}. */
    void note(String text) {
        err.println(Visible.line(text));
    }

    CliProgress progress() {
        boolean redraws = terminal.redraws() && !json && !quiet;
        return new CliProgress(err, redraws, quiet || json, program);
    }
}
