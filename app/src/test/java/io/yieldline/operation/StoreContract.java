package io.yieldline.operation;

import static io.yieldline.operation.TestStore.pieces;
import static io.yieldline.operation.TestStore.sums;
import static io.yieldline.operation.TestStore.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.feed.ColumnType;
import io.yieldline.store.Snapshot;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A snapshot is what the database was, whatever of it was written again, on every engine. */
abstract class StoreContract extends DemoStore {
    StoreContract(Engine engine) {
        super(engine);
    }

    /** As in a file that Spark wrote. */
    @Test
    void hashesThatAreTextsInAFile_areHashesInTheTable() {
        String hash = "6f1c1f0e-6a0e-4b7e-9d0c-0f4f5b1f2a3b";
        Path file = folder.resolve("texts.parquet");
        TableFiles.inspect(
                folder,
                session ->
                        session.execute("copy (select '" + hash + "' as identity) to '" + file + "' (format parquet)"));
        List<BulkColumn> columns = List.of(new BulkColumn("identity", ColumnType.UUID));
        plant.warehouse().writeAll(session -> {
            session.execute("create table hashes (identity uuid)");
            TableFiles.read(plant.warehouse(), session, file, "hashes", columns);
        });

        List<String> hashes =
                plant.warehouse().read(session -> session.texts("select cast(identity as varchar) from hashes"));
        assertThat(hashes).containsExactly(hash);
    }

    /** Exports come in any order, the marts follow, something is undone by hand: each snapshot has the sums of the database. */
    @Test
    void everySnapshotIsTheDatabase() {
        Random random = new Random(5);
        Collections.shuffle(exports, random);
        for (Path export : exports) {
            plant.load(export);
            if (random.nextBoolean()) {
                plant.refresh();
            }
            if (random.nextInt(5) == 0) {
                plant.warehouse()
                        .writeAll(session -> session.execute("delete from station_yield_daily where failed > 3"));
            }
            if (random.nextBoolean()) {
                assertThat(sums(store.published())).isEqualTo(sums(plant.sums(), store.published()));
            }
        }
        plant.refresh();
        Map<String, TableSum> sums = plant.sums();
        assertThat(sums(store.published())).isEqualTo(sums(sums, store.published()));
        assertThat(sums(store.kept())).containsAllEntriesOf(sums);
    }

    /** Such dates are in exports of a clock that was never set. */
    @Test
    void theLastMonthOfTheCalendarHasAPiece() {
        plant.load(exports);
        plant.refresh();
        plant.warehouse().writeAll(session -> {
            session.execute("update station_yield_daily set day = date '9999-12-31' where failed > 0");
            session.execute("update station_yield_weekly set week = '9999-W52' where failed > 0");
            session.execute(
                    "insert into workstation_history select * from workstation_master_log where verdict = 'fail'");
            session.execute(
                    "update workstation_history set ended_at = timestamp '9999-12-31 23:59:59', day = date '9999-12-31'");
        });
        assertThat(sums(store.published())).isEqualTo(sums(plant.sums(), store.published()));
    }

    @Test
    void aSnapshotWritesOnlyWhatChanged() {
        plant.load(exports.subList(0, exports.size() - 1));
        plant.refresh();
        Snapshot first = store.published();
        assertThat(store.published().name()).as("nothing changed").isEqualTo(first.name());

        plant.load(exports.get(exports.size() - 1));
        plant.refresh();
        Snapshot second = store.published();

        Set<String> written = written(first, second);
        assertThat(written).isNotEmpty().noneMatch(piece -> piece.startsWith("packing"));
        assertThat(written.stream().filter(piece -> piece.contains("_log ")))
                .allMatch(piece -> piece.startsWith(lastFeed()));
        assertThat(written(second, store.published())).isEmpty();
        assertThat(Files.exists(second.file(pieces(second, "export").get(0)))).isTrue();
    }

    /** What no snapshot lists goes after the grace time; what one lists stays, however old. */
    @Test
    void onlyPiecesThatNoSnapshotListsAreCollected() throws IOException {
        plant.load(exports.get(0));
        Snapshot first = store.kept();
        Path stray = Files.createDirectories(plant.home().store().resolve("pieces/ab"))
                .resolve("ab.parquet");
        Files.writeString(stray, "stray");
        Path fresh = Files.writeString(stray.resolveSibling("fresh.parquet"), "fresh");
        Instant now = plant.now();
        for (Path old : store.files()) {
            Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(30))));
        }
        Files.setLastModifiedTime(fresh, FileTime.from(now));

        store.snapshots().tidying().all();

        assertThat(stray).doesNotExist();
        assertThat(fresh).exists();
        assertThat(store.snapshots().verify(List.of(first)).damage(first)).isNull();
    }

    /** A year of evenings is not read after each load: later snapshots of a day look at those of their day only. */
    @Test
    void onlyTheFirstSnapshotOfADayTidiesTheWholeStore() throws IOException {
        snapshotOf(exports.get(0));
        Path stray = Files.writeString(
                Files.createDirectories(plant.home().store().resolve("pieces/ab"))
                        .resolve("ab.parquet"),
                "stray");
        Files.setLastModifiedTime(stray, FileTime.from(plant.now().minus(Duration.ofDays(30))));
        for (Path export : exports.subList(1, 5)) {
            snapshotOf(export);
        }
        assertThat(stray).exists();
        assertThat(store.snapshots().store().all())
                .hasSize(store.snapshots().settings().versions());

        plant.pass(Duration.ofDays(1));
        store.kept();
        snapshotOf(exports.get(5));

        assertThat(stray).doesNotExist();
        assertThat(store.snapshots().store().all())
                .hasSize(store.snapshots().settings().versions() + 1);
    }

    private void snapshotOf(Path export) {
        plant.load(export);
        store.taken();
    }

    /** A copy of the database that goes on from an earlier snapshot is compared with that one. */
    @Test
    void aDatabaseThatWasPutBackIsComparedWithWhatItNames() {
        plant.load(exports.get(0));
        Snapshot first = store.published();
        plant.load(exports.get(1));
        Snapshot second = store.published();
        plant.warehouse().writeAll(session -> {
            session.execute(
                    "update snapshot_base set snapshot = ?, change = ?",
                    first.name(),
                    first.manifest().change());
            session.execute(
                    "delete from changed_piece where change > ?",
                    first.manifest().change());
            session.execute("delete from workstation_master_log");
        });
        Snapshot third = store.published();
        assertThat(third.name()).isGreaterThan(second.name());
        assertThat(sums(third)).isEqualTo(sums(plant.sums(), third));
    }

    private String lastFeed() {
        return plant.lines("select feed from export order by id desc limit 1").get(0);
    }
}
