package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.Visible;
import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of files, cells and arguments with characters that a terminal acts on. */
class HostileOutputTest {
    /** A title of the window, a cleared screen, an overwritten line, a line break. */
    private static final String NAME = "a\u001b]0;owned\u0007\u001b[2J\rb\nc\u202etxt";

    /** Control sequences in one character, an order from right to left, a line break. */
    private static final String CELL = "F\u009b31m\u202eI\nX\u200b";

    private static final String SHOWN_NAME = "a\\u001b]0;owned\\u0007\\u001b[2J\\rb\\nc\\u202etxt";
    private static final String SHOWN_CELL = "F\\u009b31m\\u202eI\\nX\\u200b";

    @TempDir
    Path temp;

    private Cli cli;
    private Path export;

    @BeforeEach
    void load() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
        export = TinyExport.write(
                temp.resolve(NAME + ".csv"),
                TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                TinyExport.row("1724002", "\"" + CELL + "\"", "2025-04-15 08:15:00", "Pass"),
                TinyExport.row("1724003", "FI", "\"" + CELL + "\"", "Pass"));
    }

    @Test
    void loadingNamesThem() {
        Ran ran = cli.run("ingest", export.toString());
        assertThat(ran.out())
                .startsWith("TEMP/" + SHOWN_NAME + ".csv: parked: ")
                .contains("\"" + SHOWN_CELL + "\"");
        assertVisible(ran);
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                        "status",
                        "runs",
                        "runs 1",
                        "rejects",
                        "rejects --parked",
                        "show station_yield_daily",
                        "explain station_yield_daily --day 2025-04-15 --model SXM4 --station FI",
                        "debug unit 1724002",
                        "debug day 2025-04-15",
                        "check",
                        "alert",
                        "alerts",
                        "doctor",
                        "report daily --day 2025-04-15",
                        "report show 1 --format text")
                .map(words -> List.of(words.split(" ")));
    }

    @Test
    void everyCommandShowsThem() throws IOException {
        accept();
        List<Ran> all = commands()
                .map(words -> cli.answering("").run(words.toArray(String[]::new)))
                .toList();
        all.forEach(HostileOutputTest::assertVisible);
        assertThat(all).extracting(Ran::out).anyMatch(out -> out.contains(SHOWN_CELL));
        assertThat(all).extracting(Ran::out).anyMatch(out -> out.contains(SHOWN_NAME));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void arguments(List<String> words) {
        Ran ran = cli.run(words.toArray(String[]::new));
        assertThat(ran.err()).contains("a\\u001b[31mb\\nc");
        assertVisible(ran);
    }

    static Stream<List<String>> unknown() {
        String text = "a\u001b[31mb\nc";
        return Stream.of(
                List.of(text),
                List.of("show", text),
                List.of("ingest", text),
                List.of("status", "--" + text),
                List.of("explain", "station_yield_daily", "--day", text));
    }

    @Test
    void jsonIsExactAndVisible() throws IOException {
        accept();
        Ran ran = cli.run("--json", "rejects");
        assertVisible(ran);
        JsonNode row = new JsonMapper().readTree(ran.out()).get(0);
        assertThat(row.get("value").asString()).isEqualTo(CELL);
        assertThat(row.get("file").asString()).endsWith(NAME + ".csv");
    }

    @Test
    void csvIsExactInAFileAndVisibleOnATerminal() throws IOException {
        accept();
        assertThat(cli.run("rejects", "--format", "csv").out()).contains("\"" + CELL + "\"");
        Ran terminal = cli.answering("").run("rejects", "--format", "csv");
        assertThat(terminal.out()).contains(SHOWN_CELL.replace("\\n", "\n"));
        assertThat(Visible.lines(terminal.out())).isEqualTo(terminal.out());
    }

    @Test
    void coloursOfOurOwnRemain() {
        Ran ran = new Cli(temp.resolve("plant"), Ansi.ON).run("ingest", export.toString());
        assertThat(ran.out()).startsWith("\u001b[31mTEMP/" + SHOWN_NAME);
    }

    @Test
    void aParkedFileSaysWhy() throws IOException {
        Files.createDirectories(temp.resolve("plant/inbox"));
        Files.move(export, temp.resolve("plant/inbox/" + NAME + ".csv"));
        assertVisible(cli.run("inbox"));
        assertThat(Files.readString(
                        temp.resolve("plant/parked/" + NAME.replaceAll("\\p{Cntrl}", "_") + ".csv.reason.txt")))
                .startsWith(SHOWN_NAME + ".csv was not loaded.\n")
                .contains("\"" + SHOWN_CELL + "\"");
    }

    /** Loads the export with its rejected row. */
    private void accept() throws IOException {
        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(settings, Files.readString(settings).replace("_percent: 5", "_percent: 50"));
        assertThat(cli.run("ingest", export.toString()).exitCode()).isZero();
        cli.run("aggregate");
    }

    private static void assertVisible(Ran ran) {
        assertThat(Visible.lines(ran.out())).isEqualTo(ran.out());
        assertThat(Visible.lines(ran.err())).isEqualTo(ran.err());
        assertThat(ran.out() + ran.err()).doesNotContain("\nc\\u202e").doesNotContain("\nX\\u200b");
    }
}
