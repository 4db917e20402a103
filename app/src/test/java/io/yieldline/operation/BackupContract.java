package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.yieldline.ExitCode;
import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.backup.Backup;
import io.yieldline.backup.Backups;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.VerifyBackupOperation;
import io.yieldline.operation.change.VerifyBackupOperation.Verified;
import io.yieldline.plant.Profile;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Store;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A backup is what the database was, is found out when it no longer is, and brings it back, on every engine. */
abstract class BackupContract extends RecoverySuite {
    BackupContract(Engine engine) {
        super(engine);
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
        assertThat(backups().newestVerified().orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void takesAndVerifies() {
        assertThat(backup().backup()).isEqualTo("20250602-080000");
        assertThat(backup().backup()).isEqualTo("20250602-080000-02");
        assertThat(backups().all())
                .extracting(Backup::name, Backup::verified, Backup::why)
                .containsExactly(
                        tuple(
                                "20250602-080000-02",
                                true,
                                "asked for by " + Caller.cli().user()),
                        tuple(
                                "20250602-080000",
                                true,
                                "asked for by " + Caller.cli().user()));
    }

    @Test
    void restoresEverySum() {
        Map<String, TableSum> before = plant.sums();
        String backup = backup().backup();
        plant.warehouse().writeAll(session -> {
            session.execute("delete from workstation_master_log where station = 'FI'");
            session.execute("update packing_daily set packed = packed + 1");
            session.execute("delete from sighting");
        });
        assertThat(plant.sums()).isNotEqualTo(before);

        restore(backup);

        assertThat(plant.sums()).isEqualTo(before);
        assertThat(check("counts", "duplicates", "schema").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void loadsAgainWhatCameAfterTheBackup() {
        String backup = backup().backup();
        plant.load(last());
        plant.refresh();
        Map<String, List<String>> marts = plant.marts();
        List<String> log = plant.content("workstation_master_log");

        restore(backup);

        assertThat(plant.marts()).isEqualTo(marts);
        assertThat(plant.content("workstation_master_log")).isEqualTo(log);
        assertThat(check("counts").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theRunLogStays() {
        String backup = backup().backup();
        plant.load(last());
        restore(backup);

        assertThat(plant.lines("select operation, outcome from run order by id"))
                .containsExactly("ingest,partly", "aggregate,done", "backup,done", "ingest,done", "restore,done");
    }

    @Test
    void oneFlippedBitIsFound() throws IOException {
        Map<String, TableSum> before = plant.sums();
        String name = backup().backup();
        Path file = files(name, "export").get(0);
        assertThat(file.toFile().setWritable(true)).isTrue();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        Verified verified = plant.run(new VerifyBackupOperation(), new VerifyBackupOperation.Parameters(name, false));

        assertThat(verified.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(backups().all().get(0).damage()).isEqualTo("export is not the file that was written");
        assertThat(backups().newestVerified()).isEmpty();
        assertThatThrownBy(() -> restore(name))
                .isInstanceOf(UserError.class)
                .hasMessage("backup " + name + " is damaged: export is not the file that was written;"
                        + " nothing was changed; choose another backup, see: yieldline backups");
        assertThat(plant.sums()).isEqualTo(before);
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
    void backupsTakenDuringALoadAreWhole() throws Exception {
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> plant.load(last()));
        do {
            Backup backup = backups().take(plant.warehouse(), "test", null);
            assertThat(accepted(backup)).isEqualTo(kept(backup));
        } while (!loading.isDone());
        loading.get();
    }

    @Test
    void readsAreAnsweredDuringABackup() {
        List<String> answered = new ArrayList<>();
        PartProgress reading = (part, number, count) -> {
            CompletableFuture.supplyAsync(() -> plant.number("select count(*) from station_yield_daily"))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            answered.add(part);
        };
        new Backups(plant.plant(), plant::now, reading).take(plant.warehouse(), "test", null);
        assertThat(answered).contains("back up export", "back up station_yield_daily", "verify export");
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

    /** The backup of one engine goes into the other. */
    @Test
    void restoresIntoTheOtherEngine() throws IOException {
        Map<String, TableSum> before = plant.sums();
        String name = backup().backup();
        String other = engine == Engine.DUCKDB ? TestPostgres.freshDatabase() : "duckdb";
        try (TestPlant there = TestPlant.on(other, folder.resolve("there"), Profile.PLANT)) {
            new Store(there.home().directory().resolve("store"))
                    .copy(store().named(name).orElseThrow());

            there.run(new RestoreOperation(), new RestoreOperation.Parameters(name, false));

            Map<String, TableSum> after = there.sums();
            // The views differ by engine, and the settings know which ones were made.
            before.remove("setting");
            after.remove("setting");
            assertThat(after).isEqualTo(before);
        }
    }

    private Store store() {
        return new Store(plant.home().directory().resolve("store"));
    }

    private List<Path> files(String backup, String table) {
        Snapshot snapshot = store().named(backup).orElseThrow();
        return snapshot.manifest().table(table).orElseThrow().pieces().stream()
                .map(snapshot::file)
                .toList();
    }

    private long accepted(Backup backup) {
        return count(
                backup,
                "select cast(sum(new_count + duplicate_count + revised_count + outdated_count) as bigint) from %s",
                "export");
    }

    private long kept(Backup backup) {
        return Stream.of("workstation", "testboard", "snfn")
                        .flatMap(feed -> Stream.of(feed + "_master_log", feed + "_history"))
                        .mapToLong(table -> count(backup, "select count(*) from %s", table))
                        .sum()
                + count(backup, "select count(*) from %s", "sighting");
    }

    private long count(Backup backup, String sql, String table) {
        return files(backup.name(), table).stream()
                .mapToLong(file ->
                        TableFiles.inspect(file, session -> session.number(sql.formatted(TableFiles.source(file)))))
                .sum();
    }
}
