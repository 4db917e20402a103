package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Counted;
import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.mart.Marts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says, link by link, and that recover mends it. */
@Tag("faults")
class DoctorCommandTest {
    private static final String SOUND =
            """
            ok      home        TEMP/plant, locked by this process
            ok      server      no server is running
            ok      disk        N megabytes free, 1,024 megabytes reserved
                      database N megabytes
            ok      inbox       no file is older than a day
            ok      archive     1 export present, with unchanged content
            ok      database    DuckDB, read to the last row, takes transactions
            ok      schema      tables and columns are those of this version
            ok      ledger      1 confirmed export, all in the ledger
            ok      master log  every row of every export is accounted for
            ok      marts       MARTS up to date, each recomputed
            warn    checks      passed, with 4 remarks
                      availability: feed workstation has no record on 2025-04-17; export that day again, or add it under closed_days
                      availability: feed workstation has no record on 2025-04-18; export that day again, or add it under closed_days
                      blanks: workstation.status: 1 of 5; correct these rows in the MES and export them again
                      empty_marts: mart sort_test_daily is empty although workstation_master_log has 5 records: stations.sort_test (TEST) \
            leaves out all of them, whose station is FI, PACKING; correct rules.yaml, then run: yieldline --home TEMP/plant aggregate
                      -> yieldline --home TEMP/plant check
            ok      runs        every run has ended
            ok      mail        every subscription can be sent
            ok      schedule    nothing is overdue
            warn    backups     there is no verified backup
                      -> yieldline --home TEMP/plant backup
            """.replace("MARTS", Counted.of(Marts.builtIn().all().size(), "mart"));

    @TempDir
    Path temp;

    private Path home;
    private Cli cli;

    @BeforeEach
    void load() {
        home = temp.resolve("plant");
        cli = Cli.counted(temp);
    }

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
    void anArchivedExportThatChangedCanBeGivenAgain() throws IOException {
        Path archived = archived();
        archived.toFile().setWritable(true);
        Files.writeString(archived, "changed");
        assertThat(run("doctor").out())
                .contains("broken  archive     1 export is missing or changed\n"
                        + "          TEMP/workstation.csv: its bytes changed, "
                        + archived.toString().replace(temp.toString(), "TEMP"));
        assertThat(run("-q", "recover").exitCode()).isEqualTo(3);
        assertThat(run("doctor").out()).contains("workstation.csv: missing, ").contains("""
                          -> copy the missing exports from a backup of the archive, or load the same files again with: yieldline --home TEMP/plant ingest FILE
                """);
        cli.run("ingest", temp.resolve("workstation.csv").toString());
        assertThat(run("doctor")).isEqualTo(new Ran(0, SOUND, ""));
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
    void aFileThatWaitsInTheInboxIsNamed() throws IOException {
        Path waiting = Files.move(newExport(), home.resolve("inbox/late.csv"));
        assertThat(run("doctor").out()).contains("ok      inbox       no file is older than a day\n");
        Files.setLastModifiedTime(waiting, FileTime.from(Instant.parse("2025-04-19T00:00:00Z")));
        assertThat(run("doctor").out()).contains("""
                warn    inbox       1 file waits for more than a day
                          TEMP/plant/inbox/late.csv
                          -> load them, and read the message for each: yieldline --home TEMP/plant inbox
                """);
    }

    @Test
    void damagedReceiptsAreNamedAndWrittenAgain() throws IOException {
        Path receipts = home.resolve("data/receipts-duckdb.jsonl");
        Files.writeString(receipts, Files.readString(receipts).replace("workstation.csv", "workstatiom.csv"));
        assertThat(run("doctor").out()).contains("""
                warn    ledger      1 line of TEMP/plant/data/receipts-duckdb.jsonl is damaged
                          -> yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover").out())
                .startsWith("1. move the damaged receipts to TEMP/plant/data/receipts-duckdb.jsonl.damaged,"
                        + " and write them again from the database: ");
        assertThat(run("doctor").out()).contains("""
                warn    ledger      damaged receipts were moved to TEMP/plant/data/receipts-duckdb.jsonl.damaged; the others are whole
                          -> check the disk, then delete TEMP/plant/data/receipts-duckdb.jsonl.damaged
                """);
        assertThat(run("status").exitCode()).isZero();
    }

    @Test
    void whatIsNeverLoadedAndWhatIsNoDefinitionIsNamed() throws IOException {
        Files.createSymbolicLink(home.resolve("inbox/link.csv"), home.resolve("rules.yaml"));
        Files.createDirectories(home.resolve("checks/folder.yaml"));
        assertThat(run("doctor").out()).contains("""
                warn    home        1 file in feeds/, checks/ or marts/ is not used
                          TEMP/plant/checks/folder.yaml: not used, it is hidden or not a regular file; remove it
                          -> remove what is no definition
                """).contains("""
                warn    inbox       1 file cannot be loaded
                          link.csv: is a link; copy the file itself
                          -> load them, and read the message for each: yieldline --home TEMP/plant inbox
                """);
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

    @Test
    void directoriesThatAreMissingAreMade() throws IOException {
        Files.delete(home.resolve("inbox"));
        assertThat(run("doctor").out()).startsWith("""
                broken  home        directories are missing; if a disk is not mounted, mount it first
                          TEMP/plant/inbox
                          -> yieldline --home TEMP/plant recover
                """);
        assertThat(run("-q", "recover").out()).startsWith("1. create the missing directories: made\n");
    }

    private Path newExport() {
        return TinyExport.write(
                temp.resolve("new.csv"), TinyExport.row("1724003", "FI", "2025-04-15 11:05:00", "Pass"));
    }

    private Path archived() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private String marts() {
        return Stream.of("station_yield_daily", "packing_daily", "first_pass_weekly")
                .map(mart -> cli.run("show", mart).out())
                .collect(Collectors.joining());
    }

    private Ran run(String... words) {
        Ran ran = cli.run(words);
        String out = ran.out()
                .replaceAll("[0-9,]+ megabytes free", "N megabytes free")
                .replaceAll("database [0-9,]+ megabytes", "database N megabytes");
        return new Ran(ran.exitCode(), out, ran.err());
    }
}
