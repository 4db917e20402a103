package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.backup.Backup;
import io.yieldline.backup.BackupSettings;
import io.yieldline.backup.Backups;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.BackupOperation.Taken;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.VerifyBackupOperation;
import io.yieldline.operation.change.VerifyBackupOperation.Verified;
import io.yieldline.plant.FolderWalk;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The files of backups, which are the same whatever the engine: what damages them is found, and copies on another disk are as good. */
@Tag("engines")
class BackupFilesTest extends RecoverySuite {
    BackupFilesTest() {
        super(Engine.DUCKDB);
    }

    @Test
    void foldersThatAreNoBackups_hideNone() throws IOException {
        String name = backup().backup();
        Path folder = plant.home().backups();
        Files.createDirectories(folder.resolve("99999999-999999"));
        Files.createFile(folder.resolve("20250601-120000"));
        Files.writeString(
                Files.createDirectories(folder.resolve("20250530-120000")).resolve("manifest.json"), "{}");

        assertThat(backups().all()).extracting(Backup::name).containsExactly(name, "20250530-120000");
        assertThat(backups().newest().verified().orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void oneFlippedBitIsFound() throws IOException {
        Map<String, TableSum> before = plant.sums();
        String name = backup().backup();
        Path file = files(name, "export").get(0);
        flipOneBit(file);

        Verified verified = plant.run(new VerifyBackupOperation(), new VerifyBackupOperation.Parameters(name, false));

        assertThat(verified.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(backups().all().get(0).damage()).isEqualTo("export is not the file that was written");
        assertThat(backups().newest().verified()).isEmpty();
        assertThatThrownBy(() -> restore(name))
                .isInstanceOf(UserError.class)
                .hasMessage("backup " + name + " is damaged: export is not the file that was written;"
                        + " nothing was changed; choose another backup, see: yieldline backups");
        assertThat(plant.sums()).isEqualTo(before);
    }

    /** A piece is used again by every later backup, so that damage would stay for ever. */
    @Test
    void damagedAndMissingPiecesAreWrittenAgain() throws IOException {
        String first = backup().backup();
        flipOneBit(files(first, "export").get(0));
        plant.run(new VerifyBackupOperation(), new VerifyBackupOperation.Parameters(first, false));
        Files.delete(files(first, "workstation_master_log").get(0));

        String second = backup().backup();

        assertThat(plant.run(new VerifyBackupOperation(), new VerifyBackupOperation.Parameters(second, false))
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(backups().newest().verified().orElseThrow().name()).isEqualTo(second);
        assertThat(store().folder().resolve("writing")).isEmptyDirectory();
    }

    @Test
    void aCopyOnAnotherDiskHasWhatWasMissing_andRestores() throws IOException {
        Map<String, TableSum> before = plant.sums();
        Path disk = folder.resolve("disk");
        Taken first = copied(disk, true);
        plant.warehouse().writeAll(session -> session.execute("update packing_daily set packed = packed + 1"));

        Taken second = copied(disk, false);

        assertThat(copy(first))
                .isEqualTo(new BackupOperation.Copy(
                        disk.toString(), pieces(first), copy(first).bytes(), 1));
        assertThat(copy(second).backups()).isEqualTo(2);
        assertThat(copy(second).pieces()).isBetween(1, pieces(second) / 2);
        FolderWalk.delete(store().folder());
        plant.run(new RestoreOperation(), new RestoreOperation.Parameters(first.backup(), disk, false));
        assertThat(plant.sums()).isEqualTo(before);
        assertThat(backups().in(disk).verifyAll()).allMatch(Backup::verified);
    }

    @Test
    void aCopyThatCannotBeMade_failsAfterTheBackup() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("not-mounted"));
        assertThatThrownBy(() -> copied(empty, false))
                .isInstanceOf(UserError.class)
                .hasMessage("backup 20250602-080000 was created and verified, but not copied: there is no backup in "
                        + empty + "; mount the disk, or start copying to this folder with: yieldline backup --to "
                        + empty);

        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> copied(file, true))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("backup 20250602-080000-02 was created and verified, but not copied: " + file
                        + "/snapshots: cannot be listed");

        flipOneBit(files("20250602-080000", "export").get(0));
        assertThatThrownBy(() -> backups().in(empty).copy(backups().named("20250602-080000"), backups()))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        files("20250602-080000", "export").get(0) + " is not the file that was written; nothing was"
                                + " copied; use another backup, and find the damaged ones of this plant with: yieldline verify-backup --all");
        assertThat(backups().in(empty).all()).isEmpty();
        assertThat(backups().all()).hasSize(2).allMatch(Backup::verified);
    }

    @Test
    void backupsOfAnotherPlantAreRefused() throws IOException {
        Path disk = folder.resolve("disk");
        String name = copied(disk, true).backup();
        Path manifest = disk.resolve("snapshots").resolve(name + ".json");
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("\"plant\" : \"[^\"]*\"", "\"plant\" : \"other\""));

        assertThatThrownBy(
                        () -> plant.run(new RestoreOperation(), new RestoreOperation.Parameters("latest", disk, false)))
                .isInstanceOf(UserError.class)
                .hasMessage(disk + " holds backups of the plant \"other\", and this is \""
                        + plant.plant().settings().plant() + "\"; give each plant a folder of its own");
    }

    @Test
    void whatIsUnfinishedIsNoBackup() throws IOException {
        Path partial = Files.createDirectories(plant.home().backups().resolve("20250101-000000.partial"));
        Files.writeString(partial.resolve("manifest.json"), "{");
        assertThat(backups().all()).isEmpty();

        backup();

        assertThat(partial).doesNotExist();
        assertThat(backups().all()).hasSize(1);
    }

    @Test
    void aManifestThatCannotBeReadIsDamage() throws IOException {
        String name = backup().backup();
        Files.writeString(store().folder().resolve("snapshots").resolve(name + ".json"), "{\"pl");

        assertThat(backups().all()).extracting(Backup::damage).containsExactly("its manifest cannot be read");
    }

    @Test
    void progressNamesEachTableOnce() {
        List<String> parts = new ArrayList<>();
        Backups told = new Backups(
                plant.plant(), plant::now, (part, number, count) -> parts.add(part + " " + number + "/" + count));
        told.take(plant.warehouse(), "test", null);
        List<String> taken =
                parts.stream().filter(part -> part.startsWith("back up ")).toList();
        assertThat(parts).doesNotHaveDuplicates();
        assertThat(taken).startsWith("back up alert 1/" + taken.size());
        assertThat(parts.get(parts.size() - 1))
                .as("the new pieces are read back")
                .startsWith("verify ")
                .endsWith(" " + (parts.size() - taken.size()) + "/" + (parts.size() - taken.size()));
    }

    private Taken copied(Path disk, boolean first) {
        return plant.run(new BackupOperation(), new BackupOperation.Parameters(BackupSettings.DEFAULT, disk, first));
    }

    private static BackupOperation.Copy copy(Taken taken) {
        return Objects.requireNonNull(taken.copy());
    }

    private int pieces(Taken taken) {
        return (int) store().named(taken.backup()).orElseThrow().pieces();
    }

    private static void flipOneBit(Path file) throws IOException {
        assertThat(file.toFile().setWritable(true)).isTrue();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
