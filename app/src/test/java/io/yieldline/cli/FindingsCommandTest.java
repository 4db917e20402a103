package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Eight days at FI from 10 April: 1 of 20 units fails each day, from the fifth day on 10 of 20, from the ninth on 1 again. */
class FindingsCommandTest {
    private static final String SENTENCE =
            "Tesla SXM4 fails FI at 50.0 % since Mon 14 Apr (5.0 % of 80 units before; 40 of 80 units),"
                    + " not explained by part numbers (mix 0.0).";

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
    }

    private String load(String name, int first, int last) {
        List<String> rows = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            for (int unit = 0; unit < 20; unit++) {
                boolean fails = unit < (day < 14 || day > 17 ? 1 : 10);
                rows.add(TinyExport.row(
                        "17%02d%03d".formatted(day, unit),
                        "FI",
                        "2025-04-%02d 08:00:%02d".formatted(day, unit),
                        fails ? "Fail" : "Pass"));
            }
        }
        cli.run(
                "ingest",
                TinyExport.write(temp.resolve(name), rows.toArray(String[]::new))
                        .toString());
        return cli.run("aggregate").out();
    }

    private static String id(Ran listed) {
        return listed.out().substring(0, 8);
    }

    @Test
    void aRefreshFindsIt_andItIsListed() {
        assertThat(load("fi.csv", 10, 17))
                .contains("findings: 1 new, 0 ended, 1 open finding, data up to 2025-04-17; see: yieldline");

        Ran listed = cli.run("findings");
        assertThat(listed.out()).isEqualTo(id(listed) + " new: " + SENTENCE + """

                    36.0 failed units more than expected; known since 2025-04-17

                1 finding, data up to 2025-04-17.
                """);
        JsonNode json = JsonMapper.shared()
                .readTree(cli.run("--json", "findings").out())
                .path("rows")
                .path(0);
        assertThat(json.path("subject").toString())
                .isEqualTo("{\"model\":\"Tesla SXM4\",\"station\":\"FI\",\"fixture\":null,\"errorCode\":null,"
                        + "\"partNumber\":null}");
        assertThat(json.path("size").asDouble()).isEqualTo(36);
        assertThat(json.path("links").path("page").asString()).isEqualTo("/findings?id=" + id(listed));
        assertThat(cli.run("findings", "--kind", "suspect").out()).isEqualTo("0 findings, data up to 2025-04-17.\n");
        assertThat(cli.run("findings", "--format", "csv").out())
                .contains(
                        id(listed)
                                + ",shift,new,Tesla SXM4,FI,,,,false,2025-04-14,2025-04-17,2025-04-17,,,80,40,4.000000,36.000000,");
        assertThat(cli.run("findings", "refresh").out())
                .isEqualTo("nothing changed: 1 open finding, data up to 2025-04-17.\n");
    }

    @Test
    void aFindingShowsWhatWasKnownWhen_itsDaysAndUnits() {
        load("fi.csv", 10, 16);
        load("more.csv", 17, 17);
        Ran listed = cli.run("findings");

        String shown = cli.run("findings", "show", id(listed), "--limit", "1").out();
        assertThat(shown)
                .startsWith(id(listed) + " ongoing: " + SENTENCE)
                .contains("Known when:\n", "By day:\n")
                .contains("""
                Suspects and what was ruled out:
                """);
        assertThat(shown.lines().filter(line -> line.contains("2025-04-16  2025-04-21 ")))
                .singleElement()
                .asString()
                .contains("  60      30  3.000000  Tesla SXM4 fails FI at 50.0 %");
        assertThat(cli.run("findings", "show", id(listed), "--limit", "1", "--format", "csv")
                        .out())
                .endsWith("2025-04-17,1717009,Tesla SXM4,692-1,FI,,,2025-04-17 08:00:09,2,TEMP/more.csv,11\n");
        Path page = temp.resolve("finding.html");
        assertThat(cli.run("findings", "show", id(listed), "--output", page.toString())
                        .out())
                .isEqualTo("Written to TEMP/finding.html.\n");
        assertThat(page)
                .content()
                .contains("Finding: Tesla SXM4 fails FI at ", "<svg", "1717009", "Passed units by day")
                .doesNotContain("src=", "href=", temp.toString());
        assertThat(cli.run("findings", "show", "none").err())
                .isEqualTo(
                        "yieldline: there is no finding \"none\"; see: yieldline --home TEMP/plant findings --all\n");
    }

    @Test
    void whatCameBack_ended() {
        load("fi.csv", 10, 17);
        load("back.csv", 18, 22);

        assertThat(cli.run("findings").out()).startsWith("0 findings");
        assertThat(cli.run("findings", "--all").out())
                .contains(
                        " ended: Tesla SXM4 fails FI at 50.0 % since Mon 14 Apr (5.0 % of 80 units before; 40 of 80 units).")
                .contains("ended 2025-04-18: the rate came back");
    }

    @Test
    void theReportOfTheDay_beginsWithIt() {
        load("fi.csv", 10, 17);

        assertThat(cli.run("report", "daily", "--day", "2025-04-17", "--format", "text")
                        .out())
                .contains("""
                        FINDINGS
                        1 open, 1 of them new.

                        finding   beyond expected  what
                        """)
                .contains("            +36.0  NEW: Tesla SXM4 fails FI at 50.0 % since Mon 14 Apr");
        assertThat(cli.run("report", "daily", "--day", "2025-04-11", "--format", "text")
                        .out())
                .contains("FINDINGS\n\nNothing fails at another rate than before, and no fixture more than others.\n");
    }

    @Test
    void whoHasSeenIt_saysSo_andItsAlertIsMuted() throws Exception {
        load("fi.csv", 10, 17);
        cli.run("alert");
        Path told = temp.resolve("plant/logs/alerts.jsonl");
        assertThat(Files.readString(told)).contains("Tesla SXM4 fails FI at 50.0 % since Mon 14 Apr");
        String id = id(cli.run("findings"));

        assertThat(cli.run("findings", "acknowledge", id, "--note", "new lens on order")
                        .out())
                .matches("finding " + id + " is acknowledged by .*; its alert is muted\\.\n");
        assertThat(cli.run("findings").out()).contains(id + " acknowledged: ", ": new lens on order\n");
        assertThat(cli.run("alerts").out()).contains("muted until 9999-12-31", "findings show " + id);
        assertThat(cli.run("findings", "acknowledge", id, "--note", " ").err()).contains("the note is empty");

        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(settings, Files.readString(settings) + "\nalerts:\n  dashboard: https://y.example/\n");
        cli.run("alert");
        assertThat(cli.run("alerts").out()).contains("https://y.example/findings?id=" + id);
    }

    @Test
    void anAlert_leadsToThePageOfItsFinding() throws Exception {
        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(settings, Files.readString(settings) + "\nalerts:\n  dashboard: https://y.example/\n");
        load("fi.csv", 10, 17);
        String id = id(cli.run("findings"));
        cli.run("alert");

        assertThat(Files.readString(temp.resolve("plant/logs/alerts.jsonl")).lines())
                .filteredOn(line -> line.contains("\"rule\":\"finding\""))
                .singleElement()
                .asString()
                .contains(
                        "(5.0 % of 80 units before; 40 of 80 units)",
                        "\\n  next: https://y.example/findings?id=" + id + "\\n");
    }

    @Test
    void aFinding_doesNotOutliveItsData_andComesBackWithIt() {
        load("fi.csv", 10, 17);
        String id = id(cli.run("findings"));

        assertThat(cli.run("wipe", "workstation", "--yes").out())
                .contains("\nfindings: 1 ended, no complete day with records is left; see: yieldline");
        assertThat(cli.run("findings").out()).startsWith("0 findings");
        assertThat(cli.run("findings", "--all").out())
                .contains(id + " ended: ", "ended 2025-04-17: its data was removed or changed");

        load("less.csv", 10, 16);
        assertThat(cli.run("findings").out())
                .contains("(5.0 % of 80 units before; 30 of 60 units)", "data up to 2025-04-16.");
    }

    @Test
    void aReplay_tellsWhatWouldHaveBeenKnownWhen_andKeepsTheNotes() {
        load("fi.csv", 10, 17);
        cli.run("findings", "acknowledge", id(cli.run("findings")), "--note", "new lens on order");

        assertThat(cli.run("findings", "refresh", "--replay-from", "2025-04-12").out())
                .isEqualTo("1 new, 0 ended, 1 open finding, data up to 2025-04-17.\n");
        assertThat(cli.run("findings").out()).contains("known since 2025-04-15", "new lens on order");
        assertThat(cli.run("findings", "refresh", "--day", "2025-04-15").err())
                .isEqualTo(
                        "yieldline: findings are known up to 2025-04-17; to look at earlier days again, run: yieldline"
                                + " --home TEMP/plant findings refresh --replay-from 2025-04-15\n");
    }
}
