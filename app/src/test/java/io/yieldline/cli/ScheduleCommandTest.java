package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import io.yieldline.plant.Home;
import io.yieldline.plant.PlantId;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schedule as people read it, and as cron and systemd do. */
class ScheduleCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init", "--name", "Test");
    }

    @Test
    void jobsInWordsWithTheirNextTimes() {
        assertThat(cli.run("schedule")).isEqualTo(new Ran(0, """
                job            command        when                  last
                daily          daily          at 07:00 every day    never
                check          check          after daily           never
                daily-report   report daily   after check           never
                weekly         weekly         at 02:00 on Saturday  never
                weekly-report  report weekly  after weekly          never
                backup         backup         at 04:00 every day    never

                Next, in plant time (America/New_York):
                  daily: Tue 2025-04-22 07:00, Wed 2025-04-23 07:00, Thu 2025-04-24 07:00, Fri 2025-04-25 07:00, \
                Sat 2025-04-26 07:00
                  weekly: Sat 2025-04-26 02:00, Sat 2025-05-03 02:00, Sat 2025-05-10 02:00, Sat 2025-05-17 02:00, \
                Sat 2025-05-24 02:00
                  backup: Tue 2025-04-22 04:00, Wed 2025-04-23 04:00, Thu 2025-04-24 04:00, Fri 2025-04-25 04:00, \
                Sat 2025-04-26 04:00
                """, ""));
    }

    @Test
    void theLastResultOfEachJob() {
        Path database = new Home(temp.resolve("plant")).database();
        try (Warehouse warehouse = Warehouses.openDuckDb(database, DuckDbLimits.DEFAULT)) {
            warehouse.writeAll(session -> session.execute("insert into slot values ('weekly',"
                    + " timestamp '2025-04-19 02:00:00', 'failed', 1, 3, 0, timestamp '2025-04-19 06:00:00',"
                    + " timestamp '2025-04-19 06:03:00', timestamp '2025-04-19 06:04:00', 1, 'disk full', 12)"));
        }
        assertThat(cli.run("schedule").out())
                .contains("Sat 2025-04-19 02:00 failed at attempt 3, for 1 missed before it: disk full\n");
        JsonNode last = JsonMapper.shared()
                .readTree(cli.run("--json", "schedule").out())
                .path("jobs")
                .get(3)
                .path("last");
        assertThat(last.path("state").asString()).isEqualTo("failed");
        assertThat(last.path("started").asString()).isEqualTo("2025-04-19T02:03:00");
        assertThat(last.path("run").asLong()).isEqualTo(12);
    }

    @Test
    void asCsv() throws IOException {
        settings("schedule:\n  night: {run: check counts, cron: \"30 1 * * 2-6\", zone: Asia/Shanghai, retries: 0}\n");
        assertThat(cli.run("schedule", "--format", "csv").out()).isEqualTo("""
                job,command,when,cron,zone,after,missed,timeout,retries,next,last_due,last_state,last_attempts,last_run,\
                last_summary
                night,check counts,at 01:30 every day between Tuesday and Saturday,30 1 * * 2-6,Asia/Shanghai,,last,2h,0,\
                2025-04-21 13:30:00,,,,,
                """);
        assertThat(cli.run("schedule").out()).contains("Asia/Shanghai");
    }

    @Test
    void asJson() {
        JsonNode schedule =
                JsonMapper.shared().readTree(cli.run("--json", "schedule").out());
        assertThat(schedule.path("zone").asString()).isEqualTo("America/New_York");
        JsonNode daily = schedule.path("jobs").get(0);
        assertThat(daily.propertyNames())
                .containsExactly(
                        "job", "run", "when", "cron", "zone", "after", "missed", "timeout", "retries", "next", "last");
        assertThat(daily.path("next").get(0).asString()).isEqualTo("2025-04-22T07:00:00");
        assertThat(daily.path("last").isNull()).isTrue();
    }

    @Test
    void noJobs() throws IOException {
        settings("schedule: {}\n");
        assertThat(cli.run("schedule").out()).isEqualTo("No jobs; the section schedule of the settings is empty.\n");
    }

    @Test
    void aWrongSettingNamesItsLine() throws IOException {
        settings("schedule:\n  a: {run: x, after: b}\n");
        assertThat(cli.run("schedule").exitCode()).isEqualTo(2);
        assertThat(cli.run("schedule").err())
                .matches(
                        "yieldline: TEMP/plant/yieldline.yaml:\\d+: \"b\" is not a job; valid values: a; correct it, then run:"
                                + " yieldline --home TEMP/plant schedule\n");
    }

    @Test
    void forCron() {
        assertThat(cron("America/New_York"))
                .isEqualTo(
                        new Ran(0, """
                # For the user yieldline: crontab -u yieldline FILE. Times are those of this machine (America/New_York); \
                write the lines again when its time zone changes.
                SHELL=/bin/sh
                PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
                JAVA_HOME=JAVA

                # daily: at 07:00 every day, America/New_York
                0 7 * * * /opt/yieldline/yieldline --home TEMP/plant daily; case $? in 0|3|4) \
                /opt/yieldline/yieldline --home TEMP/plant check; case $? in 0|3|4) \
                /opt/yieldline/yieldline --home TEMP/plant report daily;; esac;; esac

                # weekly: at 02:00 on Saturday, America/New_York
                0 2 * * 6 /opt/yieldline/yieldline --home TEMP/plant weekly; case $? in 0|3|4) \
                /opt/yieldline/yieldline --home TEMP/plant report weekly;; esac

                # backup: at 04:00 every day, America/New_York
                0 4 * * * /opt/yieldline/yieldline --home TEMP/plant backup

                # alert: every 5 minutes, UTC
                */5 * * * * /opt/yieldline/yieldline --home TEMP/plant alert >/dev/null
                """.replace("JAVA_HOME=JAVA", "JAVA_HOME=" + System.getProperty("java.home")), ""));
    }

    @Test
    void cronInAnotherTimeThatIsNotTheSameAllYear_isRefused() {
        assertThat(cron("UTC"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: job daily cannot be written for cron, which knows only the time of its machine:"
                                        + " 2025-04-22 07:00 in America/New_York is 2025-04-22 11:00 in UTC, but 2025-11-02 07:00 in"
                                        + " America/New_York is 2025-11-02 12:00 in UTC; set the time zone of the machine to"
                                        + " America/New_York, or use schedule export --systemd, or let the server run the jobs\n"));
    }

    @Test
    void whatTheEnvironmentMustHave_isNamedWithoutItsPassword() throws IOException {
        settings("alerts:\n  channels:\n    - {name: chat, type: webhook, url: \"${env:CHAT_URL}\"}\n");
        List<String> export = List.of("schedule", "export", "--program", "/opt/yieldline/yieldline", "--user", "mes");
        String crontab = with("jdbc:postgresql://db/plant?user=me&password=s3cret", export, "--cron");
        assertThat(crontab)
                .contains("""
                        # /etc/default/yieldline must set, one NAME='value' a line, readable only by mes:
                        #   CHAT_URL: as the settings read it
                        #   YIELDLINE_DATABASE: jdbc:postgresql://db/plant?user=me&password=***
                        """)
                .contains(" * * * set -a && . /etc/default/yieldline && set +a && /opt/yieldline/yieldline --home ")
                .doesNotContain("s3cret");
        String units = with("jdbc:postgresql://db/plant?user=me&password=s3cret", export, "--systemd");
        assertThat(units)
                .contains("User=mes\nEnvironment=JAVA_HOME=" + System.getProperty("java.home")
                        + "\nEnvironmentFile=/etc/default/yieldline\n")
                .contains("#   YIELDLINE_DATABASE: jdbc:postgresql://db/plant?user=me&password=***\n")
                .doesNotContain("s3cret");
    }

    @Test
    void aHomeThatRemembersPostgres_needsItsDatabase() {
        new PlantId("00000000-0000-0000-0000-000000000000", "PostgreSQL", "jdbc:postgresql://db/plant?user=me")
                .write(new Home(temp.resolve("plant")));
        assertThat(cron("America/New_York").out())
                .contains("#   YIELDLINE_DATABASE: jdbc:postgresql://db/plant?user=me\n");
    }

    private Ran cron(String zone) {
        return cli.run("schedule", "export", "--cron", "--program", "/opt/yieldline/yieldline", "--zone", zone);
    }

    private String with(String database, List<String> export, String target) {
        return cli.run(Stream.of(
                                List.of("--database", database),
                                export,
                                List.of("--zone", "America/New_York"),
                                List.of(target))
                        .flatMap(List::stream)
                        .toArray(String[]::new))
                .out();
    }

    @Test
    void forSystemd() throws IOException {
        settings("""
                schedule:
                  a: {run: show "100 %", cron: "*/15 6-18/2 1,15 JAN-MAR 1-5", missed: none, retries: 0, timeout: 90m}
                  b: {run: check, cron: "0 2 * * 6", after: a}
                """);
        assertThat(cli.run("schedule", "export", "--systemd", "--program", "/opt/yieldline/yieldline")
                        .out())
                .isEqualTo(ResourceFolder.text(ScheduleCommandTest.class, "units.txt")
                        .replace("JAVA_HOME=JAVA", "JAVA_HOME=" + System.getProperty("java.home")));
        Path units = temp.resolve("units");
        assertThat(cli.run("schedule", "export", "--systemd", "--to", units.toString())
                        .out())
                .isEqualTo("""
                        Wrote 7 files to TEMP/units. Copy them to /etc/systemd/system, then:
                        systemctl daemon-reload
                        systemctl enable --now yieldline-a.timer
                        systemctl enable --now yieldline-b.timer
                        systemctl enable --now yieldline-alert.timer
                        Or, for the server, which runs the jobs by itself, only:
                        systemctl enable --now yieldline.service
                        """);
        try (Stream<Path> files = Files.list(units)) {
            assertThat(files).hasSize(7);
        }
    }

    @Test
    void oneOfBothMustBeChosen() {
        assertThat(cli.run("schedule", "export").exitCode()).isEqualTo(2);
    }

    private void settings(String section) throws IOException {
        Files.writeString(temp.resolve("plant/yieldline.yaml"), section, StandardOpenOption.APPEND);
    }
}
