package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.mart.Marts;
import io.yieldline.plant.FolderWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed to protect data, to take it away and to bring it back. */
@Tag("engines")
class RecoveryCommandsTest {
    @TempDir
    Path temp;

    private Cli cli;
    private String yields;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
        yields = cli.run("show", "station_yield_daily").out();
    }

    @Test
    void backupIsTakenListedAndVerified() {
        Ran ran = cli.run("backup");
        assertThat(ran.out()).matches("Backup 20250421-080000-02 created and verified: [0-9]+ rows, [0-9.]+ kB\\.\n");
        assertThat(cli.run("backups").out()).contains("20250421-080000-02  2025-04-21 08:00:00");
        Ran verified = cli.run("verify-backup", "--all");
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).endsWith("1 backup read back, all as they were taken.\n");
        assertThat(cli.run("verify-backup", "20240101-000000"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: there is no backup 20240101-000000 in TEMP/plant/store; see: yieldline --home TEMP/plant backups\n"));
    }

    @Test
    void aCopyOnAnotherDiskIsRestored() throws IOException {
        String disk = temp.resolve("disk").toString();
        assertThat(cli.run("backup", "--to", disk).out())
                .matches(
                        "(?s).*\nIt was copied to TEMP/disk \\([0-9]+ new files, verified there\\), which has 1 backup now\\.\n");
        Path settings = temp.resolve("plant/yieldline.yaml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("# copy_to: .*", "copy_to: ../disk"));
        assertThat(cli.run("backup").out()).endsWith(", verified there), which has 2 backups now.\n");
        cli.run("wipe", "--all", "--yes");
        assertThat(cli.run("restore", "latest", "--from", disk, "--yes").err()).isEmpty();
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);
    }

    @Test
    void wipeWantsAWordAndIsUndone() {
        Ran refused = cli.run("wipe", "--all");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("yieldline: nothing was changed; type the name of the plant, \"plant\", when asked,"
                        + " or add --yes\n");
        assertThat(refused.out()).endsWith("Nothing was changed.\n");
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);

        Ran wiped = cli.run("wipe", "--all", "--yes", "--reason", "trial is over");
        assertThat(wiped.out())
                .contains("Backup 20250421-080000-02 created first. To undo: yieldline --home TEMP/plant undo 3\n")
                .containsPattern("\nThe database took \\d+ megabytes on disk and takes \\d+ megabytes? now.*\\.\n$");
        assertThat(wiped.err()).isEqualTo("""
                taking a backup before the wipe of all tables
                making the wipe of all tables, and refreshing the marts
                giving the space back to the disk
                """);
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo("0 rows of station_yield_daily.\n");
        assertThat(cli.run("runs", "3").out()).contains("trial is over");

        assertThat(cli.run("undo", "3", "--yes").exitCode()).isZero();
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);
        assertThat(cli.run("undo", "1", "--yes").err())
                .isEqualTo(
                        "yieldline: run 1 deleted nothing that can be undone; see: yieldline --home TEMP/plant backups\n");
    }

    @Test
    void jsonAsksNobody() {
        assertThat(cli.run("--json", "wipe", "--all").err())
                .isEqualTo("yieldline: nothing was changed; with --json write --dry-run or --yes\n");
        assertThat(cli.run("--json", "wipe", "packing_daily", "--dry-run").out())
                .contains("\"what\" : \"wipe of packing_daily\"")
                .contains("\"dryRun\" : true")
                .contains("\"table\" : \"packing_daily\"");
    }

    @Test
    void progressIsShownOnATerminalOnly() {
        assertThat(cli.run("backup").err()).isEmpty();
        Map.of(
                        "backup", "back up export",
                        "verify-backup", "verify export",
                        "restore latest --yes", "restore export",
                        "wipe packing_daily --yes", "back up export",
                        "rebuild", "back up export",
                        "doctor", "examine archive",
                        "recover", "examine archive")
                .forEach((command, part) -> {
                    String[] words = command.split(" ");
                    assertThat(cli.watched().run(words).err())
                            .as(command)
                            .containsPattern("\\r\u001b\\[K\\[[0-9]+/[0-9]+] " + part);
                });
    }

    @Test
    void wipeIsToldWhat() {
        assertThat(cli.run("wipe").err()).isEqualTo("yieldline: name tables to wipe, or write --all, not both\n");
        assertThat(cli.run("wipe", "station_yield_daily", "--dry-run").out())
                .endsWith("Wipe of station_yield_daily would change 1 table, "
                        + (yields.lines().count() - 2) + " rows. Nothing was changed.\n");
        assertThat(cli.run("clean", "schema", "--yes").out()).isEqualTo("Repair of 0 tables: changed no rows.\n");
    }

    @Test
    void aDamagedDatabaseIsPutAsideAndRestored() throws IOException {
        cli.run("backup");
        Path database = temp.resolve("plant/data/warehouse.duckdb");
        Files.write(database, new byte[5000]);

        Ran ran = cli.run("restore", "latest", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err())
                .startsWith("the database cannot be read; it was moved to TEMP/plant/damaged/20250421-080000\n");
        assertThat(temp.resolve("plant/damaged/20250421-080000/warehouse.duckdb"))
                .exists();
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);
        assertThat(cli.run("check").exitCode()).isZero();
        assertThat(cli.run("runs").out()).contains("aggregate").contains("restore");
    }

    @Test
    void restoreSaysWhichNewerBackupsAreDamaged() throws IOException {
        cli.run("backup");
        Set<Path> before = pieces();
        Path more = TinyExport.write(
                temp.resolve("more.csv"), TinyExport.row("1724009", "FI", "2025-04-21 07:00:00", "Pass"));
        cli.run("ingest", more.toString());
        cli.run("backup");
        Set<Path> later = pieces();
        later.removeAll(before);
        for (Path piece : later) {
            Files.delete(piece);
        }
        assertThat(cli.run("restore", "latest", "--dry-run").out())
                .contains("Restore of 20250421-080000-02, passing over 20250421-080000-03: ")
                .contains(" is missing would change ");
        assertThat(cli.run("doctor").out())
                .containsPattern("warn    backups     the newest verified backup is of 2025-04-21T08:00\n"
                        + "          20250421-080000-03: .* is missing\n");

        FolderWalk.delete(temp.resolve("plant/store/pieces"));
        assertThat(cli.run("restore", "latest", "--yes").err())
                .startsWith("yieldline: no backup in TEMP/plant/store can be restored: 20250421-080000-03: ")
                .endsWith(" is missing; take another one with: yieldline --home TEMP/plant backup\n");
        FolderWalk.delete(temp.resolve("plant/store"));
        assertThat(cli.run("restore", "latest", "--yes").err())
                .isEqualTo(
                        "yieldline: there is no backup in TEMP/plant/store; take one with: yieldline --home TEMP/plant"
                                + " backup\n");
    }

    private Set<Path> pieces() {
        return new HashSet<>(FolderWalk.tree(temp.resolve("plant/store/pieces")).files());
    }

    @Test
    void rebuildNeedsOnlyTheArchive() throws IOException {
        Files.delete(temp.resolve("plant/data/warehouse.duckdb"));
        Files.delete(temp.resolve("plant/data/receipts-duckdb.jsonl"));
        Ran ran = cli.run("-q", "rebuild");
        assertThat(ran.out())
                .isEqualTo("1 export loaded again from the archive, 0 parked, 0 failed: 5 rows; "
                        + Marts.builtIn().all().size() + " marts rebuilt.\n");
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);
    }

    @Test
    void rebuildRefusesHalfAnArchive() throws IOException {
        FolderWalk.delete(temp.resolve("plant/archive"));
        Ran ran = cli.run("rebuild");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo(
                        "yieldline: the archive lacks 1 loaded export, first TEMP/workstation.csv; nothing was"
                                + " changed; load the same files again, or restore a backup, see: yieldline --home TEMP/plant backups\n");
        assertThat(cli.run("show", "station_yield_daily").out()).isEqualTo(yields);
    }

    @Test
    void recoverFailsWhereOnlyTheUserCanRepair() throws IOException {
        FolderWalk.delete(temp.resolve("plant/archive"));

        assertThat(cli.run("recover", "--dry-run").exitCode()).isZero();
        Ran ran = cli.run("-q", "recover");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .endsWith("Manual step: copy the missing exports from a backup of the archive, or load the same files"
                        + " again with: yieldline --home TEMP/plant ingest FILE\n");

        cli.run("ingest", temp.resolve("workstation.csv").toString());
        assertThat(cli.run("-q", "recover").exitCode()).isZero();
    }

    @Test
    void aDirectoryThatIsNoPlantIsRefused() {
        Ran ran = new Cli(temp.resolve("elsewhere")).run("wipe", "--all", "--yes");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("yieldline: no plant in TEMP/elsewhere;");
    }
}
