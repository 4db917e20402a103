package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.ChangedFiles.Look;
import io.yieldline.feed.OwnFeed;
import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules, settings, feeds and checks that change while the plant is served. */
class ChangedFilesTest {
    private static final String CHECK = """
            name: short_serials
            title: Serial numbers are not short
            dimension: validity
            severity: error
            advice: look at the label
            select: select serial_number from workstation_master_log where serial_number = '%s'
            rows: select count(*) from workstation_master_log
            """;

    @TempDir
    Path temp;

    private Home home;
    private OpenPlant plant;
    private Routine routine;
    private ChangedFiles files;

    @BeforeEach
    void serve() {
        Cli.counted(temp);
        home = new Home(temp.resolve("plant"));
        plant = OpenPlant.open(Plant.open(home), Cli.CLOCK);
        routine = new Routine(plant, Cli.CLOCK);
        files = new ChangedFiles(plant, () -> Plant.open(home), home.settingsFile(), Cli.CLOCK);
    }

    @AfterEach
    void stop() {
        routine.close();
        plant.close();
    }

    @Test
    void unchangedFiles_areNotAppliedAgain() {
        assertThat(looks()).containsExactly(Look.NOTHING, Look.NOTHING, Look.NOTHING);
        assertThat(run("status"))
                .contains("\nRules     version " + version() + ", in force since 2025-04-21T08:00\n")
                .contains("\nMarts     up to date\n");
    }

    @Test
    void rules_areApplied_whenTheyAreNoLongerWritten_andTheMartsFollow() throws IOException {
        String before = version();
        replace(home.rulesFile(), "blank_status: none", "blank_status: fail");

        assertThat(looks()).containsExactly(Look.NOTHING, Look.APPLIED, Look.NOTHING);
        assertThat(version()).isNotEqualTo(before);
        assertThat(run("status"))
                .contains("\nRules     version " + version() + ", in force since ")
                .contains("station_yield_daily: ")
                .contains(" on; built by other rules or another definition\n");
        run("aggregate");
        String served = run("show", "station_yield_daily", "--format", "csv");
        assertThat(run("status")).contains("\nMarts     up to date\n");
        assertThat(served).isEqualTo(ofACleanPlant("show", "station_yield_daily", "--format", "csv"));
    }

    @Test
    void rulesThatCannotBeUsed_stayOut_withAnAlertUntilTheyAreRepaired() throws IOException {
        String before = version();
        replace(home.rulesFile(), "blank_status: none", "blank_status: nome");

        assertThat(looks()).containsExactly(Look.NOTHING, Look.REFUSED, Look.NOTHING);
        routine.watch();

        String reason = home.rulesFile() + ":" + line("blank_status") + ": \"nome\" is not one of pass, fail, none";
        assertThat(version()).isEqualTo(before);
        assertThat(run("status"))
                .contains("\nNot used  " + reason + "; repair the file, it is used within a minute\n")
                .contains("\nMarts     up to date\n");
        assertThat(run("doctor", "--quick")).contains("a changed file is not used: " + reason);
        assertThat(alert())
                .isEqualTo("critical|a changed file of the plant is not used|" + reason
                        + "; all files stay in force as they were read on 2025-04-21 08:00;"
                        + " repair the file: it is used within a minute");
        replace(home.rulesFile(), "blank_status: nome", "blank_status: none");
        assertThat(looks()).contains(Look.NOTHING);
        routine.watch();

        assertThat(run("status")).doesNotContain("Not used");
        assertThat(run("alerts")).doesNotContain("a changed file");
    }

    @Test
    void everySectionOfTheSettings_isChecked() throws IOException {
        String good = Files.readString(home.settingsFile());
        for (String wrong : List.of(
                "schedule:\n  night: {cron: never, run: daily}\n",
                "checks:\n  grace_hours: soon\n",
                "alerts:\n  window: wide\n",
                "report:\n  listed: all\n",
                "backup:\n  keep_daily: some\n",
                "serve:\n  port: harbour\n",
                "serve:\n  hourly_targets: {ICT: many}\n")) {
            Files.writeString(home.settingsFile(), without(good, wrong.substring(0, wrong.indexOf(':'))) + wrong);

            assertThat(looks()).as(wrong).contains(Look.REFUSED);
            assertThat(plant.tasks().files().state().orElseThrow().refused())
                    .as(wrong)
                    .matches(".*yieldline\\.yaml:\\d+: .*");
        }
    }

    @Test
    void schedule_isFollowedFromTheNextTickOn_andSettingsOfTheStartAreNamed() throws IOException {
        String good = Files.readString(home.settingsFile());
        Files.writeString(
                home.settingsFile(),
                without(good, "schedule")
                                .replaceFirst("(?m)^zone: \\S+", "zone: Asia/Shanghai")
                                .replace("port: 8480", "port: 9000")
                                .replace("hourly_targets: {}", "hourly_targets: {ICT: 5}")
                        + "schedule:\n  night: {cron: \"5 3 * * *\", run: daily}\n");

        assertThat(looks()).contains(Look.APPLIED);

        assertThat(plant.plant().settings().zone().getId()).isEqualTo("America/New_York");
        assertThat(run("status")).contains("\nRestart   wanted by the changed settings zone, serve: port\n");
        assertThat(run("doctor", "--quick")).contains("changed settings want a restart: zone, serve: port");
        assertThat(run("schedule")).contains("night").doesNotContain("weekly");
        Files.writeString(home.settingsFile(), good);
        assertThat(looks()).contains(Look.APPLIED);
        assertThat(run("status")).doesNotContain("Restart");
    }

    @Test
    void feedsAndChecks_areAppliedTogether_orNotAtAll() throws IOException {
        OwnFeed.addTo(home.directory());
        Files.createDirectories(home.checks());
        Path check = home.checks().resolve("short_serials.yaml");
        Files.writeString(check, CHECK.formatted("1"));

        assertThat(looks()).contains(Look.APPLIED);
        assertThat(run("feeds")).contains("torque");
        assertThat(run("check", "short_serials")).contains("passed  short_serials: ");

        Files.writeString(check, CHECK.formatted("2").replace("severity", "severe"));
        assertThat(looks()).contains(Look.REFUSED);
        assertThat(plant.tasks().files().state().orElseThrow().refused()).startsWith(check + ":");
        assertThat(run("check", "short_serials")).contains("passed  short_serials: ");
    }

    private List<Look> looks() {
        return List.of(files.look(), files.look(), files.look());
    }

    private String version() {
        return plant.plant().rules().version();
    }

    private String run(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        new InProcessCli(plant, Cli.CLOCK).run(List.of(words), Caller.cli(), out, out);
        return said.toString();
    }

    private String alert() {
        return plant.warehouse()
                .read(session -> session.texts(
                        "select severity || '|' || title || '|' || detail from alert where rule = 'files_refused'"))
                .get(0);
    }

    /** The same export in a plant that had the same rules from the start. */
    private String ofACleanPlant(String... words) throws IOException {
        Path other = Files.createDirectories(temp.resolve("clean"));
        Cli cli = new Cli(other.resolve("plant"));
        cli.run("init");
        Files.copy(home.rulesFile(), other.resolve("plant/rules.yaml"), StandardCopyOption.REPLACE_EXISTING);
        cli.run("ingest", TinyExport.write(other).toString());
        cli.run("aggregate");
        return cli.run(words).out();
    }

    private int line(String key) throws IOException {
        List<String> lines = Files.readAllLines(home.rulesFile());
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith(key))
                        .findFirst()
                        .orElseThrow());
    }

    private static void replace(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    /** The settings without a section. */
    private static String without(String settings, String section) {
        return settings.replaceAll("(?m)^" + section + ":.*\\n((  .*)?\\n)*", "");
    }
}
