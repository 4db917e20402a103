package io.yieldline.operation;

import io.yieldline.backup.BackupSettings;
import io.yieldline.backup.Backups;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.BackupOperation.Taken;
import io.yieldline.operation.change.Changed;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.UndoOperation;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.operation.watch.CheckOperation.Checked;
import io.yieldline.plant.Plant;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Store;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plant with two weeks of an invented factory, of which all exports but the last are loaded. */
abstract class RecoverySuite {
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 24), 14, 100, 3));

    @TempDir
    Path folder;

    final Engine engine;
    TestPlant plant;
    List<Path> exports;

    RecoverySuite(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void load() {
        plant = TestPlant.copy("recovery", engine, folder, (original, beside) -> {
            List<Path> written = DEMO.writeTo(beside.resolve("exports"));
            original.load(written.subList(0, written.size() - 1));
            original.refresh();
        });
        exports = DEMO.exports().stream()
                .map(export -> folder.resolve("exports").resolve(export.path()))
                .toList();
    }

    @AfterEach
    void close() {
        plant.close();
    }

    Path last() {
        return exports.get(exports.size() - 1);
    }

    Taken backup() {
        return plant.run(new BackupOperation(), new BackupOperation.Parameters(BackupSettings.DEFAULT));
    }

    Backups backups() {
        return new Backups(Plant.open(plant.home()), InstantSource.fixed(Instant.parse("2025-06-02T12:00:00Z")));
    }

    Changed restore(String name) {
        return plant.run(new RestoreOperation(), new RestoreOperation.Parameters(name, null, false));
    }

    Changed wipe(String... tables) {
        return plant.run(new WipeOperation(), new WipeOperation.Parameters(List.of(tables), tables.length == 0, false));
    }

    Changed undo(long run) {
        return plant.run(new UndoOperation(), new UndoOperation.Parameters(run, false));
    }

    Checked check(String... checks) {
        return plant.ask(
                new CheckOperation(), new CheckOperation.Parameters(List.of(checks), null, null, false, false));
    }

    /** What has to go before an event can stand twice; DuckDB's master log has no key. */
    final String dropKey() {
        return engine == Engine.POSTGRES
                ? "alter table workstation_master_log drop constraint workstation_master_log_pkey"
                : "select 'no key here'";
    }

    Store store() {
        return new Store(plant.home().directory().resolve("store"));
    }

    List<Path> files(String backup, String table) {
        Snapshot snapshot = store().named(backup).orElseThrow();
        return snapshot.manifest().table(table).orElseThrow().pieces().stream()
                .map(snapshot::file)
                .toList();
    }
}
