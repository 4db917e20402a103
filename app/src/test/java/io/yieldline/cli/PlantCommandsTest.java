package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.plant.Home;
import io.yieldline.plant.PlantLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands about a plant as a whole say. */
class PlantCommandsTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void runs() {
        assertThat(cli.run("runs")).isEqualTo(new Ran(0, """
                run  operation  started              took   by          ended  result
                  2  aggregate  2025-04-21 08:00:00  0.0 s  USER (cli)  done   10 marts rebuilt, 17 days or weeks
                  1  ingest     2025-04-21 08:00:00  0.0 s  USER (cli)  done   1 export loaded, 0 known, 0 parked: 5 rows, 5 new, 0 duplicate, 0 revised, 0 rejected
                """.replace("USER", System.getProperty("user.name")), ""));
    }

    @Test
    void oneRun() {
        assertThat(cli.run("runs", "2").out()).isEqualTo("""
                run         2
                operation   aggregate
                started_at  2025-04-21 08:00:00
                ended_at    2025-04-21 08:00:00
                caller      cli
                user        USER
                outcome     done
                rows        19
                summary     10 marts rebuilt, 17 days or weeks
                parameters  scope=Recent[], marts=[]
                """.replace("USER", System.getProperty("user.name")));
        assertThat(cli.run("runs", "show", "2")).isEqualTo(cli.run("runs", "2"));
        assertThat(cli.run("runs", "list", "2"))
                .isEqualTo(new Ran(
                        2, "", "yieldline: \"list 2\" is not a valid run number; write it like: runs show 12\n"));
        assertThat(cli.run("runs", "9"))
                .isEqualTo(new Ran(2, "", "yieldline: there is no run 9; see: yieldline --home TEMP/plant runs\n"));
    }

    @Test
    void aRunThatWasKilled() {
        Broken.sql(temp.resolve("plant"), "update run set ended_at = null, outcome = 'running' where id = 2");
        assertThat(cli.run("runs", "--limit", "1").out()).contains("unfinished");
    }

    @Test
    void runsAsJson() {
        JsonNode run =
                JsonMapper.shared().readTree(cli.run("--json", "runs").out()).get(0);
        assertThat(run.propertyNames())
                .containsExactly(
                        "run",
                        "operation",
                        "started_at",
                        "ended_at",
                        "caller",
                        "user",
                        "reason",
                        "outcome",
                        "rows",
                        "summary",
                        "error",
                        "parameters");
    }

    @Test
    void rejects() {
        assertThat(cli.run("rejects")).isEqualTo(new Ran(0, "None.\n", ""));
        Path bad = TinyExport.write(
                temp.resolve("bad.csv"),
                TinyExport.row("1724003", "FI", "2025-04-17 08:05:00", "Pass"),
                TinyExport.row("1724003", "FI", "soon", "Pass"));
        cli.run("ingest", bad.toString());
        assertThat(cli.run("rejects", "--parked").out())
                .contains(
                        "     2  TEMP/bad.csv  workstation  2025-04-21 08:00:00  1 of 2 rows were rejected, more than");
        cli.run("ingest", "--max-rejected", "60", bad.toString());
        assertThat(cli.run("rejects").out())
                .contains(
                        "  3  History station start time  soon   is not a valid timestamp; write it as 2025-04-15 13:45:00\n");
        assertThat(cli.run("rejects", "--format", "csv").out())
                .startsWith("export,file,row,column,value,reason,cells\n")
                .contains(",\"[\"\"1724003\"\",\"\"692-1\"\",\"\"FI\"\",");
    }

    @Test
    void daily() {
        assertThat(cli.run("-q", "daily")).isEqualTo(new Ran(0, """
                step                    ended  took   result
                load exports            done   0.0 s  no exports to load
                daily yields            done   0.0 s  all marts are up to date
                weekly yields           done   0.0 s  all marts are up to date
                packing and sort tests  done   0.0 s  all marts are up to date
                hourly output           done   0.0 s  all marts are up to date
                test boards             done   0.0 s  all marts are up to date
                findings                done   0.0 s  nothing changed: 0 open findings, data up to 2025-04-19
                snapshot                done   0.0 s  snapshot 20250421-080000 with 58 rows of 32 tables; 32 new files
                check duplicates        done   0.0 s  duplicates passed
                check counts            done   0.0 s  counts passed
                other checks            done   0.0 s  28 checks: 25 passed, 3 warned (availability, blanks, empty_marts)
                11 of 11 steps completed without errors.
                """, ""));
    }

    @Test
    void dailyGoesOnAfterAParkedExport_andNamesTheCommandForIt() throws IOException {
        Path parked = TinyExport.write(temp.resolve("bad.csv"), TinyExport.row("1724003", "FI", "soon", "Pass"));
        Ran ran = cli.run("-q", "daily", parked.toString());
        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.out())
                .contains("load exports            failed  0.0 s  0 exports loaded, 0 known, 1 parked: ")
                .contains("check counts            done    0.0 s  counts passed\n")
                .endsWith("""
                        10 of 11 steps completed without errors.
                        Next: yieldline --home TEMP/plant rejects --parked
                        """);
    }

    @Test
    void dailyThatDidNothingFails() {
        Ran ran = cli.run("-q", "daily", temp.resolve("nothing").toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("check counts            skipped", """
                0 of 11 steps completed without errors.
                Next: yieldline --home TEMP/plant daily TEMP/nothing
                """);
    }

    @Test
    void weeklyStopsWhatNeedsTheExports() {
        Ran ran = cli.run("-q", "weekly", temp.resolve("nothing").toString());
        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.out())
                .contains("TEMP/nothing: no such file or folder\n")
                .contains("skipped because load exports failed\n")
                .endsWith("""
                        1 of 13 steps completed without errors.
                        Next: yieldline --home TEMP/plant weekly TEMP/nothing
                        """);
    }

    @Test
    void aRunNamesTheStepsThatFailed_andWhy() {
        cli.run("-q", "weekly", temp.resolve("nothing").toString());
        assertThat(cli.run("runs", "3").out())
                .contains("summary     1 of 13 steps completed without errors; load exports failed: "
                        + "TEMP/nothing: no such file or folder; skipped: weekly yields, ")
                .contains("""
                        step                    ended    took   result
                        load exports            failed   0.0 s  TEMP/nothing: no such file or folder
                        weekly yields           skipped  0.0 s  skipped because load exports failed
                        """)
                .contains("check schema            done     0.0 s  schema passed\n");
        JsonNode step = JsonMapper.shared()
                .readTree(cli.run("--json", "runs", "3").out())
                .path(0)
                .path("steps")
                .path(0);
        assertThat(step.toString())
                .isEqualTo("{\"step\":\"load exports\",\"started_at\":\"2025-04-21T08:00:00\",\"milliseconds\":0,"
                        + "\"outcome\":\"failed\",\"result\":\"TEMP/nothing: no such file or folder\"}");
    }

    @Test
    void aKilledRunNamesTheStepThatItWasIn() {
        cli.run("-q", "daily");
        Broken.sql(temp.resolve("plant"), "update run set ended_at = null, outcome = 'running' where id = 3");
        Broken.sql(
                temp.resolve("plant"),
                "update run_step set milliseconds = null, outcome = 'running', result = null where step_number = 11");
        assertThat(cli.run("runs", "3").out()).contains("other checks            unfinished");
        cli.run("recover");
        assertThat(cli.run("runs", "3").out())
                .contains("error       killed during other checks\n")
                .contains("other checks            unfinished         killed\n");
    }

    @Test
    void aPlantThatIsHeldByAnotherRun() {
        try (PlantLock held = PlantLock.take(new Home(temp.resolve("plant")))) {
            Ran ran = cli.run("--wait", "0", "status");
            assertThat(ran.exitCode()).isEqualTo(11);
            assertThat(ran.err())
                    .isEqualTo("yieldline: another run (pid "
                            + ProcessHandle.current().pid()
                            + ") holds the plant in TEMP/plant; wait for it to end and try again\n");
            assertThat(cli.run("--wait", "1", "status").err())
                    .startsWith("another run holds the plant; waiting up to 1 second for it to end\n")
                    .endsWith("; wait for it to end and try again\n");
        }
    }

    @Test
    void aPlantThatAnotherRunGivesBack_isWaitedFor() throws Exception {
        PlantLock held = PlantLock.take(new Home(temp.resolve("plant")));
        FutureTask<Ran> reading = new FutureTask<>(() -> cli.run("status"));
        Thread reader = new Thread(reading);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        held.close();

        Ran ran = reading.get();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains("another run holds the plant; waiting up to 120 seconds for it to end\n");
    }

    @Test
    void ourOwnMistakesAreKeptInTheHome() throws IOException {
        Broken.sql(temp.resolve("plant"), "drop table run");
        Ran ran = cli.run("runs");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("yieldline: a table or column of the database is missing (Catalog Error: ")
                .contains("); find it with: yieldline --home TEMP/plant check schema; repair it with: yieldline --home"
                        + " TEMP/plant clean schema; ")
                .endsWith("; the details are in TEMP/plant/logs/errors.log\n")
                .hasLineCount(1);
        assertThat(Files.readString(temp.resolve("plant/logs/errors.log"))).contains("\tat io.yieldline.");
    }
}
