package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.PartProgress;
import io.yieldline.backup.Backup;
import io.yieldline.backup.BackupSettings;
import io.yieldline.backup.Backups;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.store.PieceStates;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Snapshots;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup, a restore or a compaction is killed at any moment: every backup that is listed is whole, and the data is the old or the
 * new.
 */
@Tag("processes")
class BackupKillTest {
    private static final int KILLS = Integer.getInteger("yieldline.kills", 1);

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-06-02T12:00:00Z"));

    private static final String FIRST = "20250602-080000";

    /** Later than every file of this test was written, so that what nobody lists is old enough to go. */
    private static final Duration AHEAD = Duration.ofDays(3650);

    @TempDir
    Path folder;

    private Path home;
    private Map<String, TableSum> whole = Map.of();

    @BeforeEach
    void load() {
        home = folder.resolve("home");
        DemoSettings demo = new DemoSettings(LocalDate.of(2025, 3, 3), 7, 100, 3);
        List<Path> exports = DemoPlant.generate(demo).writeTo(folder.resolve("exports"));
        try (TestPlant plant = TestPlant.on("duckdb", home, Profile.PLANT)) {
            plant.load(exports);
            plant.refresh();
            plant.run(new BackupOperation(), new BackupOperation.Parameters(BackupSettings.DEFAULT));
            whole = plant.sums();
        }
    }

    @Test
    void killedBackups() throws Exception {
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextLong(2500), "backup");
        }
        Backups backups = backups();
        assertThat(backups.all())
                .isNotEmpty()
                .allMatch(backup -> backups.verify(backup).verified());
        try (TestPlant plant = TestPlant.again(home)) {
            assertThat(plant.sums()).isEqualTo(whole);
            plant.pass(AHEAD);
            plant.run(new BackupOperation(), new BackupOperation.Parameters(BackupSettings.DEFAULT));
        }
        try (Stream<Path> left = Files.list(home.resolve("store/writing"))) {
            assertThat(left).as("unfinished files").isEmpty();
        }
    }

    /** Tables change, snapshots are taken and thinned out, pieces are collected: none that is listed lacks a piece or has a wrong one. */
    @Test
    void killedSnapshots() throws Exception {
        Random random = new Random(14);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextLong(3000), "snapshot");
            Snapshots snapshots = new Snapshots(Plant.open(new Home(home)), CLOCK, PartProgress.NONE);
            List<Snapshot> listed = snapshots.store().all();
            PieceStates verdicts = snapshots.verify(listed);
            assertThat(snapshots.unreadable()).isEmpty();
            assertThat(listed).isNotEmpty().allMatch(snapshot -> verdicts.damage(snapshot) == null);
            assertThat(backups().all())
                    .as("the backup")
                    .extracting(Backup::name)
                    .contains(FIRST);
        }
    }

    @Test
    void killedRestores() throws Exception {
        Random random = new Random(12);
        for (int kill = 0; kill < KILLS; kill++) {
            Map<String, TableSum> spoilt;
            try (TestPlant plant = TestPlant.again(home)) {
                plant.warehouse().writeAll(session -> {
                    session.execute("delete from workstation_master_log where station = 'FI'");
                    session.execute("delete from packing_daily");
                });
                spoilt = plant.sums();
            }
            killAfter(random.nextLong(4000), "restore");
            try (TestPlant plant = TestPlant.again(home)) {
                assertThat(plant.sums()).isIn(spoilt, whole);
            }
        }
        try (TestPlant plant = TestPlant.again(home)) {
            restore(plant);
            assertThat(plant.sums()).isEqualTo(whole);
        }
    }

    @Test
    void killedCompactions() throws Exception {
        Random random = new Random(13);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextLong(2500), "compaction");
            try (TestPlant plant = TestPlant.again(home)) {
                assertThat(plant.sums()).isEqualTo(whole);
            }
        }
        try (Stream<Path> left = Files.list(home.resolve("data"))) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".compact"));
        }
    }

    private Backups backups() {
        return new Backups(Plant.open(new Home(home)), CLOCK);
    }

    private void killAfter(long milliseconds, String what) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Process run = ChildJvm.start(Loop.class, temporary, home.toString(), what);
        assertThat(run.getInputStream().read()).isEqualTo('r');
        run.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        run.destroyForcibly().waitFor();
        forgetNativeLibraries(temporary);
    }

    /** A killed process leaves the 70 MB that DuckDB's driver unpacks. */
    private static void forgetNativeLibraries(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void restore(TestPlant plant) {
        plant.run(new RestoreOperation(), new RestoreOperation.Parameters(FIRST, null, false));
    }

    /** Fills the file, and gives the space back. */
    private static void compact(TestPlant plant) {
        plant.warehouse().writeAll(session -> {
            session.execute("create table filler as select range as number, hash(range) as noise from range(500000)");
            session.execute("drop table filler");
        });
        plant.warehouse().compact();
    }

    private static void snapshot(TestPlant plant) {
        plant.warehouse().writeAll(session -> session.execute("update packing_daily set packed = packed + 1"));
        plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
    }

    /** Says that it is ready, then takes backups or snapshots, restores one or compacts the file until it is killed. */
    static final class Loop {
        public static void main(String[] arguments) {
            try (TestPlant plant = TestPlant.again(Path.of(arguments[0]))) {
                plant.pass(AHEAD);
                System.out.print("ready");
                System.out.flush();
                while (true) {
                    switch (arguments[1]) {
                        case "backup" ->
                            plant.run(new BackupOperation(), new BackupOperation.Parameters(BackupSettings.DEFAULT));
                        case "restore" -> restore(plant);
                        case "snapshot" -> snapshot(plant);
                        default -> compact(plant);
                    }
                }
            }
        }
    }
}
