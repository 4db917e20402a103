package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What doctor says, link by link, and that recover mends it. */
@Tag("faults")
class DoctorCommandTest extends DoctorSuite {
    @Test
    void aSoundPlantIsSound() {
        assertThat(run("doctor")).isEqualTo(new Ran(0, SOUND, ""));
        assertThat(run("recover", "--dry-run")).isEqualTo(new Ran(0, "Nothing to do.\n", ""));
        assertThat(run("recover")).isEqualTo(new Ran(0, SOUND, ""));
    }

    @Test
    void asJsonItHasEveryLink() {
        assertThat(run("--json", "doctor", "--quick").out()).startsWith("""
                {
                  "links" : [
                    {
                      "link" : "home",
                      "state" : "ok",
                      "message" : "TEMP/plant, locked by this process",
                      "details" : [ ],
                      "downstream" : null,
                      "remedies" : [ ]
                    },
                """).contains("""
                      "message" : "never checked",
                      "details" : [ ],
                      "downstream" : "some numbers are wrong or incomplete",
                      "remedies" : [
                        {
                          "stage" : "look",
                          "subject" : "",
                          "what" : "see the findings",
                          "command" : "check"
                        }
                      ]
                """);
    }

    @Test
    void rowsDeletedByHandAreNamedByExportAndComeBack() {
        String marts = marts();
        Broken.sql(home, "delete from workstation_master_log where station = 'PACKING'");
        Ran found = run("doctor");
        assertThat(found.exitCode()).isEqualTo(3);
        assertThat(found.out()).contains("""
                broken  master log  rows were added or removed manually
                          TEMP/workstation.csv (export 1): 5 rows were accepted, 3 are there
                          -> yieldline --home TEMP/plant recover
                broken  marts       marts differ from their source
                """).endsWith("""

                First broken link: master log; because of it, all marts of the feed are wrong.

                Next: yieldline --home TEMP/plant recover --dry-run
                """);
        assertThat(run("recover", "--dry-run").out()).isEqualTo("""
                1. empty workstation_master_log, to load it again from the archived exports
                2. load the missing exports again from the archive
                3. rebuild all marts
                4. diagnose again

                Do it: yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover")).isEqualTo(new Ran(0, """
                1. empty workstation_master_log, to load it again from the archived exports: 3 records removed from workstation_master_log
                2. load the missing exports again from the archive: 1 export loaded again
                3. rebuild all marts: 10 marts rebuilt

                """ + SOUND, ""));
        assertThat(marts()).isEqualTo(marts);
    }

    @Test
    void rejectedRowsDeletedByHandComeBack() throws IOException {
        Path file = Files.writeString(
                temp.resolve("more.csv"),
                Files.readString(temp.resolve("workstation.csv")).replace("2025-04-19 10:01:00", "soon"));
        assertThat(run("ingest", "--max-rejected", "50", file.toString()).exitCode())
                .isZero();
        Broken.sql(home, "delete from rejected_row");
        assertThat(run("doctor").out()).contains("""
                broken  master log  rows were added or removed manually
                          TEMP/more.csv (export 2): 1 row was rejected, 0 are listed
                          -> yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover").exitCode()).isZero();
        assertThat(run("rejects").out()).contains("TEMP/more.csv");
    }

    @Test
    void rowsAddedByHandAreFoundToo() {
        Broken.sql(
                home,
                "insert into workstation_master_log select * replace (uuid() as identity, 99 as export_id)"
                        + " from workstation_master_log limit 1");
        assertThat(run("doctor").out())
                .contains("workstation_master_log: 1 records of export 99, which the ledger does not have\n");
        assertThat(run("-q", "recover").exitCode()).isZero();
    }

    @Test
    void aMartChangedByHandIsBuiltAnew() {
        String marts = marts();
        Broken.sql(home, "update station_yield_daily set passed = passed + 1 where station = 'FI'");
        assertThat(run("doctor").out()).contains("""
                broken  marts       marts differ from their source
                          station_yield_daily: 2 rows differ from its source
                          -> yieldline --home TEMP/plant aggregate --mode all
                """);
        assertThat(run("-q", "recover").out()).startsWith("1. rebuild all marts: 10 marts rebuilt\n\n");
        assertThat(marts()).isEqualTo(marts);
    }

    @Test
    void aStaleMartIsAWarning() {
        cli.run("-q", "ingest", newExport().toString());
        Ran found = run("doctor");
        assertThat(found.exitCode()).isZero();
        assertThat(found.out())
                .contains("\nwarn    marts       11 marts stale\n")
                .contains("          -> yieldline --home TEMP/plant aggregate\n");
        assertThat(run("-q", "recover").out()).startsWith("1. bring the marts up to date: ");
    }

    @Test
    void aMasterLogIsLeftAloneWhenTheArchiveCouldNotFillIt() throws IOException {
        Files.delete(archived());
        Broken.sql(home, "delete from workstation_master_log where station = 'PACKING'");
        assertThat(run("-q", "recover").out())
                .startsWith("1. empty workstation_master_log, to load it again from the archived exports: failed: feed"
                        + " workstation is unchanged, because the archive cannot restore TEMP/workstation.csv;"
                        + " load these files first, with: yieldline --home TEMP/plant ingest FILE\n");
    }

    @Test
    void aKilledRunIsClosed() {
        Broken.sql(
                home,
                "insert into run (id, operation, parameters, caller, user_name, started_at, outcome) values"
                        + " (77, 'daily', '', 'cli', 'me', timestamp '2025-04-20 07:00:00', 'running')");
        assertThat(run("doctor").out()).contains("""
                warn    runs        1 run was killed
                          run 77: daily, started 2025-04-20 07:00:00.0
                          -> yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover").out()).startsWith("1. record that they were killed: 1 run closed\n");
    }

    private String marts() {
        return Stream.of("station_yield_daily", "packing_daily", "first_pass_weekly")
                .map(mart -> cli.run("show", mart).out())
                .collect(Collectors.joining());
    }
}
