package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.feed.OwnFeed;
import io.yieldline.mart.OwnMartFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed and marts of a plant's own through every command that knows feeds or marts. */
@Tag("engines")
class OwnDefinitionsTest {
    private static final String OPERATORS = "operator_daily";

    @TempDir
    Path temp;

    private Path home;
    private Cli cli;

    @BeforeEach
    void addFeedAndMarts() {
        home = temp.resolve("plant");
        cli = new Cli(home);
        cli.run("init");
        OwnFeed.addTo(home);
        OwnMartFiles.write(home, OPERATORS, OwnMartFiles.text(OPERATORS));
    }

    @Test
    void dailyBuildsThemInTheLastStep() {
        Ran daily = daily();

        assertThat(daily.out()).containsPattern("other marts +done +[0-9.]+ s +2 marts rebuilt, 5 days or weeks\n");
        assertThat(cli.run("weekly").out()).contains("other marts").contains("all marts are up to date");
    }

    @Test
    void everyCommandShowsThem() {
        daily();

        assertThat(cli.run("status").out())
                .contains("torque             1        3  2025-04-16 08:00:25\n")
                .contains("Marts     up to date\n"
                        + "Custom    operator_daily: 3 rows, Runs by operator and day\n"
                        + "          torque_daily: 2 rows, Screws by driver and day\n");
        assertThat(cli.run("marts").out())
                .contains("torque_daily             torque                  one row per day and driver\n");
        assertThat(cli.run("marts", "torque_daily").out())
                .startsWith("Screws by driver and day; one row per day and driver\n");
        assertThat(cli.run("show", "torque_daily", "--day", "2025-04-15").out()).isEqualTo("""
                day         station  screws  passed
                2025-04-15  D1            2       2
                1 row of torque_daily.
                """);
        assertThat(cli.run("show", "record_counts", "--where", "feed=torque").out())
                .contains("torque  2025-04-15        2\n");
        assertThat(cli.run("explain", "torque_daily", "--day", "2025-04-16", "--station", "D2")
                        .out())
                .contains("right_first_time = passed / screws = 0 / 1 = 0.00 %: share of the screws that passed\n")
                .contains("1 record counted:\n");
        assertThat(cli.run("export", "--folder", temp.resolve("out").toString()).out())
                .contains("torque_daily.csv  2 rows\n")
                .contains("operator_daily.csv  3 rows\n");
        assertThat(cli.run("debug", "day", "2025-04-15").out())
                .containsPattern("torque_daily +1 +1 +0\n")
                .endsWith("the marts agree.\n");
    }

    @Test
    void checksAndDoctorCountThem() {
        daily();

        assertThat(cli.run("check", "schema", "counts").exitCode()).isZero();
        assertThat(cli.run("doctor").out()).contains("16 marts up to date, each recomputed\n");
    }

    @Test
    void aBackupHoldsThemAndARebuildMakesThem() throws IOException {
        daily();
        String rows = cli.run("show", "torque_daily").out();
        cli.run("backup");

        assertThat(cli.run("wipe", "torque_daily", "--yes").exitCode()).isZero();
        assertThat(cli.run("show", "torque_daily").out()).isEqualTo("0 rows of torque_daily.\n");
        assertThat(cli.run("undo", "3", "--yes").exitCode()).isZero();
        assertThat(cli.run("show", "torque_daily").out()).isEqualTo(rows);

        Files.delete(home.resolve("data/warehouse.duckdb"));
        Files.delete(home.resolve("data/receipts-duckdb.jsonl"));
        assertThat(cli.run("-q", "rebuild").out()).endsWith("16 marts rebuilt.\n");
        assertThat(cli.run("show", "torque_daily").out()).isEqualTo(rows);
    }

    @Test
    void aFeedWhoseFileIsGoneIsNamed() throws IOException {
        daily();
        Files.delete(home.resolve("marts/torque_daily.sql"));
        Files.delete(home.resolve("feeds/torque.yaml"));
        String gone = "feed torque: its file is gone, so that 1 loaded export of it can be seen nowhere; put it back\n";

        assertThat(cli.run("status").out()).contains("Feeds     " + gone);
        assertThat(cli.run("check", "schema").out()).contains("warn: " + gone);
    }

    @Test
    void aMartWhoseFileIsGoneIsDroppedOnRequest() throws IOException {
        daily();
        Files.delete(home.resolve("marts/operator_daily.sql"));

        assertThat(cli.run("status").out())
                .contains(
                        "operator_daily: its file is gone; put it back, or drop the table with: yieldline --home TEMP/plant"
                                + " clean schema\n");
        assertThat(cli.run("check", "schema").out())
                .endsWith(
                        "warn: mart operator_daily: its file is gone; put it back, or drop the table with: yieldline --home TEMP/plant clean"
                                + " schema\n");
        assertThat(cli.run("doctor").out())
                .contains("warn    marts       1 mart not in use\n")
                .contains("operator_daily: its file is gone\n");
        assertThat(cli.run("clean", "schema", "--dry-run").out()).isEqualTo("""
                table           rows now  rows then  days now  days then  count  sum now  sum then
                operator_daily         3          0
                Removal of operator_daily would change 1 table, 3 rows. Nothing was changed.
                """);
        assertThat(cli.run("clean", "schema", "--yes").out())
                .contains("Removal of operator_daily: changed 1 table, 3 rows. ");
        assertThat(cli.run("status").out()).doesNotContain(OPERATORS);
        assertThat(cli.run("check", "schema").exitCode()).isZero();
    }

    @Test
    void aFaultyFileStopsNothingElse() {
        OwnMartFiles.write(
                home, OPERATORS, OwnMartFiles.text(OPERATORS).replace("group by day, operator", "group by day, model"));
        String problem =
                "TEMP/plant/marts/operator_daily.sql:22: the SELECT must group by its key and by nothing else: day,"
                        + " operator, station; it groups by day, model, station";

        Ran daily = daily();

        assertThat(daily.exitCode()).isEqualTo(4);
        assertThat(daily.out())
                .containsPattern("other marts +partly +[0-9.]+ s +1 mart rebuilt, 2 days or weeks; 1 mart failed\n");
        assertThat(cli.run("show", "torque_daily").out()).endsWith("2 rows of torque_daily.\n");
        assertThat(cli.run("status").out()).contains("operator_daily: " + problem + "\n");
        assertThat(cli.run("show", OPERATORS)).isEqualTo(new Ran(2, "", "yieldline: " + problem + "\n"));
        assertThat(cli.run("aggregate").out()).contains("operator_daily is unchanged: " + problem + "\n");
        assertThat(cli.run("check", "schema").out()).endsWith("error: " + problem + "\n");
        assertThat(cli.run("marts").out()).endsWith("\nRefused:\n  " + problem + "\n");
    }

    private Ran daily() {
        return cli.run(
                "daily", TinyExport.write(temp).toString(), OwnFeed.export(temp).toString());
    }
}
