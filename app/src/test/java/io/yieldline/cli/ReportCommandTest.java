package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports from the command line. */
class ReportCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.loaded(temp);
    }

    @Test
    void makesAReportOfTheDay() {
        assertThat(cli.run("-q", "report", "daily", "--day", "2025-04-15")).isEqualTo(new Ran(0, """
                Daily report of 2025-04-15 is report 1.
                  TEMP/plant/reports/daily-2025-04-15.html
                  TEMP/plant/reports/daily-2025-04-15.txt
                """, ""));
        assertThat(temp.resolve("plant/reports")).isDirectoryNotContaining("glob:**.part");
        assertThat(temp.resolve("plant/reports/daily-2025-04-15.txt"))
                .content()
                .contains("FI *          2       1  66.67 %")
                .contains("counts        passed  Rows add up from export to mart\n");
        assertThat(cli.run("runs").out()).contains("daily report of 2025-04-15 is report 1");
    }

    @Test
    void choosesTheDayAndTheWeek() {
        assertThat(cli.run("-q", "report", "daily", "--format", "text").out())
                .startsWith(
                        "plant\nDaily report: Wednesday, 2025-04-16\n" + "! This is the last complete working day.\n");
        assertThat(cli.run("-q", "report", "weekly").out()).startsWith("Weekly report of 2025-W16 is report 2.\n");
    }

    @Test
    void listsAndShowsWhatWasPublished() throws IOException {
        assertThat(cli.run("report", "list").out()).isEqualTo("None.\n");
        cli.run("-q", "report", "daily", "--day", "2025-04-15");
        String page = Files.readString(temp.resolve("plant/reports/daily-2025-04-15.html"));
        Path late = TinyExport.write(
                temp.resolve("late.csv"), TinyExport.row("1724009", "FI", "2025-04-15 18:00:00", "Fail"));
        cli.run("ingest", late.toString());
        assertThat(cli.run("-q", "report", "daily", "--day", "2025-04-16").out())
                .startsWith("Daily report of 2025-04-16 is report 2, 2 figures restated.\n");
        assertThat(cli.run("report", "show", "1", "--format", "html").out()).isEqualTo(page);
        assertThat(cli.run("report", "daily", "--day", "2025-04-15", "--as-of", "1", "--format", "html")
                        .out())
                .isEqualTo(page);
        assertThat(cli.run("report", "daily", "--day", "2025-04-15", "--as-of", "2025-04-21", "--format", "html")
                        .out())
                .isEqualTo(page);
        assertThat(cli.run("report", "daily", "--as-of", "2025-04-20").err())
                .startsWith(
                        "yieldline: no daily report was published until the evening of 2025-04-20; see: yieldline ");
        refused(
                "--as-of \"1.5\" is neither a day such as 2025-05-20 nor the number of a report",
                "daily",
                "--as-of",
                "1.5");
        assertThat(cli.run("report", "list", "--format", "csv").out())
                .startsWith(
                        "report,kind,period,made_at,data_change,last_export,restated,sha256\n2,daily,2025-04-16,2025-04-21 08:00:00,");
    }

    @Test
    void jsonHasCountsBesideEveryShare() {
        JsonNode json = JsonMapper.shared()
                .readTree(cli.run("--json", "report", "daily", "--day", "2025-04-15")
                        .out());
        assertThat(json.at("/report/kind").asString()).isEqualTo("daily");
        assertThat(json.at("/figures/0").toString())
                .isEqualTo("{\"key\":{\"period\":\"2025-04-15\",\"figure\":\"station yield\",\"model\":\"Tesla SXM4\","
                        + "\"station\":\"FI\"},\"numerator\":2,\"denominator\":3}");
        assertThat(json.at("/restatements").size()).isZero();
    }

    @Test
    void writesWhereItIsTold() {
        for (String name : new String[] {"r.html", "r.txt", "r.json"}) {
            Ran ran = cli.run(
                    "-q", "report", "daily", "--output", temp.resolve(name).toString());
            assertThat(ran).isEqualTo(new Ran(0, "", ""));
        }
        assertThat(temp.resolve("r.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(temp.resolve("r.txt")).content().startsWith("plant\nDaily report");
        assertThat(temp.resolve("r.json")).content().startsWith("{\n");
        assertThat(cli.run(
                                "-q",
                                "report",
                                "daily",
                                "--output",
                                temp.resolve("no/r.html").toString())
                        .err())
                .startsWith("yieldline: TEMP/no/r.html: cannot be written (");
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused("report show needs the number of a report; see: yieldline --home TEMP/plant report list", "show");
        refused("there is no report 9; see: yieldline --home TEMP/plant report list", "show", "9");
        refused("--day is valid only for report daily and weekly", "list", "--day", "2025-04-15");
        refused("--send is valid only for report daily and weekly", "show", "1", "--send");
        refused("a number is valid only for report show; for a day use --day", "daily", "3");
        refused(
                "--format table and csv are valid only for report list; write text, html or json",
                "daily",
                "--format",
                "csv");
        cli.run("-q", "report", "daily", "--day", "2025-04-15");
        refused(
                "report 1 is the daily report of 2025-04-15; see: yieldline --home TEMP/plant report list",
                "weekly",
                "--as-of",
                "1");
        assertThat(cli.run("-q", "report", "monthly").err())
                .contains("\"monthly\" is not one of daily, weekly, list, show");
    }

    @Test
    void aSentReport_goesToTheChannelsOfTypeEmail() throws IOException {
        refused(
                "the settings have no channel of type email; add one to alerts: channels in yieldline.yaml, or leave out"
                        + " --send",
                "daily",
                "--send");
        Files.writeString(temp.resolve("plant/yieldline.yaml"), """

                alerts:
                  channels:
                    - {name: file, type: file}
                    - {name: mail, type: email, host: 127.0.0.1, port: 1, from: y@example.com, to: [q@example.com]}
                """, StandardOpenOption.APPEND);
        assertThat(cli.run("-q", "report", "daily", "--send").out())
                .endsWith("  to be sent to mail; a server sends it within a minute, otherwise run:"
                        + " yieldline --home TEMP/plant alert\n");
        assertThat(cli.run("alert").out())
                .contains("mail: plant: daily report 2025-04-16: not sent, ")
                .doesNotContain("file: ");
    }

    @Test
    void settingsOfReports() throws IOException {
        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(settings, Files.readString(settings).replace("least_volume: 20", "least_volume: 1"));
        assertThat(cli.run("-q", "report", "daily", "--day", "2025-04-15", "--format", "text")
                        .out())
                .contains("FI, Tesla SXM4       2       1  66.67 %");
        Files.writeString(settings, Files.readString(settings).replace("least_volume: 1", "least_volume: 0"));
        assertThat(cli.run("report", "daily").err()).contains("\"0\" is not a whole number from 1 to 100000");
    }

    private void refused(String message, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "-q";
        all[1] = "report";
        System.arraycopy(words, 0, all, 2, words.length);
        assertThat(cli.run(all)).isEqualTo(new Ran(2, "", "yieldline: " + message + "\n"));
    }
}
