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

/** What the commands about alerts say. */
class AlertCommandsTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void parkAnExport() throws IOException {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init", "--name", "Board plant");
        Path bad = Files.writeString(temp.resolve("bad.csv"), "nothing\n");
        cli.run("ingest", TinyExport.write(temp).toString(), bad.toString());
    }

    @Test
    void alert_tellsOnce() throws IOException {
        assertThat(cli.run("alert")).isEqualTo(new Ran(0, """
                file: [Board plant] bad.csv was parked: sent
                1 alert opened, 0 cleared; 1 message sent.
                """, ""));
        assertThat(cli.run("alert")).isEqualTo(new Ran(0, "0 alerts opened, 0 cleared; 0 messages sent.\n", ""));
        assertThat(Files.readString(temp.resolve("plant/logs/alerts.jsonl")))
                .contains("\"subject\":\"[Board plant] bad.csv was parked\"");
        assertThat(cli.run("--json", "alert").out())
                .contains("\"opened\" : 0", "\"failures\" : [ ]", "\"attempts\" : [ ]");
    }

    @Test
    void alerts_listsWhatIsOpen() {
        // The masked home is shorter than the column that was made for it.
        assertThat(cli.run("alerts").out().replaceAll(" {2,}", "  ")).isEqualTo("""
                No open alert.

                channel  target  sent  waiting  given up  last error
                file  TEMP/plant/logs/alerts.jsonl  0  0  0
                """);
        cli.run("alert");
        assertThat(cli.run("alerts").out())
                .startsWith(
                        "#1 warning: bad.csv was parked, since 2025-04-21 08:00\n    no row is the header of a known feed")
                .contains("""
                            next: yieldline --home TEMP/plant rejects --parked
                            told: file new 2025-04-21 08:00
                        """);
        assertThat(cli.run("alerts", "--format", "csv").out())
                .startsWith("alert,rule,cause,severity,title,detail,link,opened_at,last_seen_at,resolved_at,times,"
                        + "muted_until,told,deliveries\n1,export_parked,1,warning,bad.csv was parked,");
        assertThat(cli.run("--json", "alerts").out())
                .contains("\"alerts\" : [", "\"rule\" : \"export_parked\"", "\"channels\" : [", "\"sent\" : 1");
    }

    @Test
    void mute() {
        cli.run("alert");
        assertThat(cli.run("alerts", "mute", "1", "--until", "2025-04-25").out())
                .isEqualTo("alert 1 and its cause are muted until 2025-04-25 00:00:00.\n");
        assertThat(cli.run("alerts", "mute", "1", "--until", "8h").out())
                .isEqualTo("alert 1 and its cause are muted until 2025-04-21 16:00:00.\n");
        assertThat(cli.run("alerts", "mute", "1", "--until", "2025-04-25T06:00").out())
                .isEqualTo("alert 1 and its cause are muted until 2025-04-25 06:00:00.\n");
        assertThat(cli.run("alerts", "mute", "1", "--until", "soon"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: \"soon\" is not a valid time; write a date as 2025-04-25, a time as 2025-04-25T06:00, or 8h\n"));
        assertThat(cli.run("alerts", "mute", "9", "--until", "now"))
                .isEqualTo(new Ran(
                        2, "", "yieldline: there is no alert 9; see: yieldline --home TEMP/plant alerts --all\n"));
    }

    @Test
    void test() throws IOException {
        assertThat(cli.run("alerts", "test")).isEqualTo(new Ran(0, "file: delivered\n1 of 1 channel worked.\n", ""));
        Files.writeString(temp.resolve("plant/yieldline.yaml"), """

                alerts:
                  channels:
                    - {name: file, type: file}
                    - {name: chat, type: webhook, url: "https://127.0.0.1/T0KEN"}
                """, StandardOpenOption.APPEND);
        assertThat(cli.run("alerts", "test")).isEqualTo(new Ran(4, """
                file: delivered
                chat: 127.0.0.1 is an address of this machine or its local network; to call it, add the host to allow
                1 of 2 channels worked.
                """, ""));
        assertThat(cli.run("alerts", "test", "chat").exitCode()).isEqualTo(1);
        assertThat(cli.run("alerts", "test", "fax"))
                .isEqualTo(new Ran(2, "", "yieldline: unknown channel \"fax\"; valid values: file, chat\n"));
    }
}
