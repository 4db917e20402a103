package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yieldline.ExitCode;
import io.yieldline.PartProgress;
import io.yieldline.backup.Backup;
import io.yieldline.backup.Backups;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.TestPostgres;
import java.io.IOException;
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

    /** The backup of one engine goes into the other. */
    @Test
    void restoresIntoTheOtherEngine() throws IOException {
        Map<String, TableSum> before = plant.sums();
        String name = backup().backup();
        String other = engine == Engine.DUCKDB ? TestPostgres.freshDatabase() : "duckdb";
        try (TestPlant there = TestPlant.on(other, folder.resolve("there"), Profile.PLANT)) {
            there.run(new RestoreOperation(), new RestoreOperation.Parameters(name, store().folder(), false));

            Map<String, TableSum> after = there.sums();
            // The views differ by engine, and the settings know which ones were made.
            before.remove("setting");
            after.remove("setting");
            assertThat(after).isEqualTo(before);
        }
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
