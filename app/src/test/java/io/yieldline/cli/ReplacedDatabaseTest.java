package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Prepared;
import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged database is replaced: by what, when, and what is said about it. The plant has one backup, a user, and a later export. */
@Tag("faults")
class ReplacedDatabaseTest {
    private static final String BACKUP = "20250421-080000-02";
    private static final String LATER = "20250421-080000-04";

    @TempDir
    Path temp;

    private Cli cli;
    private Path home;
    private Path database;
    private String yields;
    private String users;

    @BeforeEach
    void load() {
        Prepared.copy("replaced-database", temp, ReplacedDatabaseTest::fill);
        home = temp.resolve("plant");
        cli = new Cli(home);
        database = home.resolve("data/warehouse.duckdb");
        yields = yields();
        users = cli.run("users").out();
        assertThat(users).contains("ann");
    }

    @Test
    void recover_takesTheNewestBackupAndThenTheArchive() throws IOException {
        damage();
        Ran planned = cli.run("recover", "--dry-run");
        assertThat(planned.out())
                .contains(
                        "1. move the damaged database to damaged/; fill a new one from the newest backup that can be read\n")
                .contains("\nDo it: yieldline --home TEMP/plant recover\n");
        assertThat(home.resolve("damaged")).doesNotExist();

        Ran ran = cli.run("recover");

        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.err())
                .contains(
                        "the database cannot be read; it was moved to TEMP/plant/damaged/20250421-080000\n"
                                + "users, tokens, runs, published reports, saved queries, subscriptions, audit trail and alerts come from backup "
                                + BACKUP
                                + "\nlost, because it is newer than this backup: an unknown number of users, tokens, runs,"
                                + " published reports, saved queries, subscriptions, audit records, alerts (the damaged database cannot be read there)\n");
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void recover_countsWhatTheBackupLacks() throws IOException {
        Broken.table(home);
        assertThat(cli.run("doctor").out())
                .contains("broken  database    TEMP/plant/data/warehouse.duckdb: the database is damaged; ")
                .contains("-> yieldline --home TEMP/plant recover\n");
        Ran ran = cli.run("recover");
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.err()).containsPattern("lost, because it is newer than this backup: [0-9]+ runs\n");
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void recover_takesAnOlderBackupIfTheNewestCannotBeRead() throws IOException {
        Ran taken = cli.run("backup");
        assertThat(taken.out()).as(taken.toString()).contains(LATER);
        Snapshot newest = new Store(home.resolve("store")).named(LATER).orElseThrow();
        Path runs = newest.file(
                newest.manifest().table("run").orElseThrow().pieces().get(0));
        assertThat(runs.toFile().setWritable(true)).isTrue();
        Files.write(runs, new byte[10]);
        damage();
        Ran ran = cli.run("recover");
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.err())
                .contains("backup " + LATER + " was not used: backup " + LATER
                        + " is damaged: run is not the file that was written")
                .contains("alerts come from backup " + BACKUP + "\n");
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void recover_withoutABackupSaysWhatIsLost() throws IOException {
        delete(home.resolve("store"));
        damage();
        Ran ran = cli.run("recover");
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(ran.err())
                .contains(
                        "no backup can be used; users, tokens, runs, published reports, saved queries, subscriptions, audit trail and alerts of the"
                                + " damaged database are lost; records come from the archive\n");
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo("0 users.\n");
    }

    @Test
    void recover_keepsOutWhatWasWipedAfterTheBackup() throws IOException {
        cli.run("wipe", "--all", "--yes");
        Files.delete(home.resolve("store/snapshots/" + LATER + ".json"));
        String wiped = yields();
        damage();
        Ran ran = cli.run("recover");
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(yields()).isEqualTo(wiped).isNotEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void interruptedReplacement_isNoPlant_untilItIsCompleted() throws IOException {
        damage();
        Files.createFile(home.resolve("data/replacing"));
        assertThat(cli.run("status").err())
                .isEqualTo("yieldline: the replacement of a damaged database in TEMP/plant was interrupted; to complete"
                        + " it, run: yieldline --home TEMP/plant recover\n");
        assertThat(cli.run("recover").exitCode()).isZero();
        assertThat(home.resolve("data/replacing")).doesNotExist();
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void restore_asksBeforeAnythingIsMoved() throws IOException {
        damage();
        byte[] before = Files.readAllBytes(database);
        Ran declined = cli.answering("no").run("restore", "latest");
        assertThat(declined.exitCode()).isEqualTo(2);
        assertThat(declined.out())
                .contains("station_yield_daily")
                .contains("Restore of " + BACKUP + " would change ")
                .contains(" Then 1 export would be loaded again from the archive. Nothing was changed.\n");
        assertThat(declined.err())
                .contains("warehouse.duckdb: the database is damaged; ")
                .endsWith("yieldline: nothing was changed; type the name of the plant, \"plant\", when asked, or add"
                        + " --yes\n");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
        assertThat(home.resolve("damaged")).doesNotExist();
        assertThat(home.resolve("data/replacing")).doesNotExist();

        assertThat(cli.run("restore", "latest", "--dry-run").out())
                .contains("warehouse.duckdb: the database is damaged; ")
                .endsWith("Nothing was changed.\n");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);

        Ran restored = cli.answering("plant").run("restore", "latest");
        assertThat(restored.exitCode()).as(restored.toString()).isZero();
        assertThat(restored.out()).contains(" Then 1 export was loaded again from the archive.");
        assertThat(home.resolve("damaged/20250421-080000/warehouse.duckdb")).hasBinaryContent(before);
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void restoreOfASoundDatabase_countsWhatTheArchiveBringsBack() {
        assertThat(cli.run("restore", "latest", "--dry-run").out())
                .endsWith(" Then 1 export with 1 row would be loaded again from the archive. Nothing was changed.\n");
        assertThat(cli.run("restore", "latest", "--yes").out())
                .contains(" Then 1 export with 1 row was loaded again from the archive.");
        assertThat(yields()).isEqualTo(yields);
    }

    @Test
    void restore_repairsWhatOnlyShowsLate() throws IOException {
        Broken.table(home);
        Ran ran = cli.run("restore", "latest", "--yes");
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void damagedLog_isMovedAwayAlone() throws IOException {
        Files.writeString(home.resolve("data/warehouse.duckdb.wal"), "garbage".repeat(1000));
        assertThat(cli.run("restore", "latest", "--yes").exitCode()).isZero();
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("runs").out()).contains("restore").contains("backup");
    }

    @Test
    void rebuild_usesTheArchiveAndKeepsUsers() throws IOException {
        Broken.table(home);
        assertThat(cli.run("rebuild", "--dry-run").out())
                .endsWith("2 exports would be loaded again from the archive; what would be lost cannot be counted;"
                        + " nothing was changed.\n");
        assertThat(home.resolve("damaged")).doesNotExist();
        assertThat(cli.run("rebuild").exitCode()).isZero();
        assertThat(yields()).isEqualTo(yields);
        assertThat(cli.run("users").out()).isEqualTo(users);
    }

    @Test
    void rebuildFromHalfAnArchive_isRefusedBeforeAnythingIsMoved() throws IOException {
        damage();
        delete(home.resolve("archive"));
        assertThat(cli.run("rebuild").err()).contains("the archive lacks 2 loaded exports, first ");
        assertThat(home.resolve("damaged")).doesNotExist();
        assertThat(database).exists();
    }

    @Test
    void databaseOfANewerVersion_isNotMoved() {
        Broken.sql(home, "insert into schema_migration values (900, 'V900__later.sql', 'x')");
        for (String words : List.of("restore latest --yes", "rebuild", "recover")) {
            Ran ran = cli.run(words.split(" "));
            assertThat(ran.exitCode()).as(words + ran).isNotZero();
            assertThat(ran.out() + ran.err()).contains("was created by a newer Yieldline");
        }
        assertThat(home.resolve("damaged")).doesNotExist();
    }

    @Test
    void damageIsToldOnce_withoutADatabase() throws IOException {
        damage();
        for (String command : List.of("daily", "alert", "backup", "serve")) {
            Ran ran = cli.run(command);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("yieldline: TEMP/plant/data/warehouse.duckdb: the database is damaged; ")
                    .contains("repair it with: yieldline --home TEMP/plant recover ")
                    .endsWith(command.equals("daily") ? ")\nfile: alert sent\n" : ")\n");
            assertThat(ran.err().lines()).hasSize(command.equals("daily") ? 2 : 1);
        }
        assertThat(cli.run("recover").err()).endsWith("file: alert sent\n");
        assertThat(Files.readAllLines(home.resolve("logs/alerts.jsonl")))
                .hasSize(2)
                .last()
                .asString()
                .contains("cleared: the database was damaged");
    }

    @Test
    void damageThatDoctorFinds_isToldToo() throws IOException {
        Broken.table(home);
        Ran doctor = cli.run("-q", "doctor");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.err()).isEqualTo("file: alert sent\n");
    }

    private static void fill(Path folder) {
        Cli cli = Cli.counted(folder);
        cli.run("users", "add", "ann", "--role", "viewer");
        cli.run("backup");
        Path later = TinyExport.write(
                folder.resolve("later.csv"), TinyExport.row("1724003", "FI", "2025-04-15 11:05:00", "Pass"));
        cli.run("ingest", later.toString());
        cli.run("aggregate");
    }

    private void damage() throws IOException {
        Files.write(database, new byte[5000]);
    }

    private String yields() {
        return cli.run("show", "station_yield_daily", "--format", "csv").out();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(ReplacedDatabaseTest::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
