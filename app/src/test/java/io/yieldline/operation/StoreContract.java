package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.PartProgress;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.feed.ColumnType;
import io.yieldline.mart.View;
import io.yieldline.mart.Views;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.operation.load.SnapshotOperation.Taken;
import io.yieldline.store.Lake;
import io.yieldline.store.Piece;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Snapshots;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot is what the database was, whatever of it was written again, and the lake shows it, on every engine. */
abstract class StoreContract {
    /** Two weeks of two months. */
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 24), 14, 100, 3));

    @TempDir
    Path folder;

    private final Engine engine;
    private TestPlant plant;
    private List<Path> exports;

    StoreContract(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
        exports = new ArrayList<>(DEMO.writeTo(folder.resolve("exports")));
    }

    @AfterEach
    void close() {
        plant.close();
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
                assertThat(sums(published())).isEqualTo(sums(plant.sums(), published()));
            }
        }
        plant.refresh();
        Map<String, TableSum> sums = plant.sums();
        assertThat(sums(published())).isEqualTo(sums(sums, published()));
        assertThat(sums(kept())).containsAllEntriesOf(sums);
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
        assertThat(sums(published())).isEqualTo(sums(plant.sums(), published()));
    }

    @Test
    void aSnapshotWritesOnlyWhatChanged() {
        plant.load(exports.subList(0, exports.size() - 1));
        plant.refresh();
        Snapshot first = published();
        assertThat(published().name()).as("nothing changed").isEqualTo(first.name());

        plant.load(exports.get(exports.size() - 1));
        plant.refresh();
        Snapshot second = published();

        Set<String> written = written(first, second);
        assertThat(written).isNotEmpty().noneMatch(piece -> piece.startsWith("packing"));
        assertThat(written.stream().filter(piece -> piece.contains("_log ")))
                .allMatch(piece -> piece.startsWith(lastFeed()));
        assertThat(written(second, published())).isEmpty();
        assertThat(Files.exists(second.file(piece(second, "export")))).isTrue();
    }

    @Test
    void theLakeShowsTheNewestSnapshot_andEarlierReadersFinish() throws IOException {
        plant.load(exports.get(0));
        plant.refresh();
        Taken first = plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
        Path earlier = lake().newest().orElseThrow();
        long rows = rows(earlier);
        plant.load(exports.subList(1, exports.size()));
        plant.refresh();

        Taken second = plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());

        Path newest = lake().newest().orElseThrow();
        assertThat(newest).hasFileName(second.snapshot()).isNotEqualTo(earlier);
        assertThat(rows(newest)).isEqualTo(plant.number("select count(*) from workstation_master_log"));
        assertThat(rows(earlier)).as("the version of " + first.snapshot()).isEqualTo(rows);
        assertThat(plant.home().lake().resolve("workstation_master_log/month=2025-03"))
                .isDirectory();
        assertThat(plant.home().lake().resolve("station_yield_daily/year=2025")).isDirectory();
        assertThat(Files.readString(newest.resolve("README.md"))).contains("Snapshot " + second.snapshot());
        assertThat(Files.readString(newest.resolve("catalog.json")))
                .contains("\"taken_at\" : ", "\"snapshot\" : \"" + second.snapshot() + "\"", "\"name\" : \"yield\"")
                .doesNotContain("app_user", "api_token", "audit");
    }

    @Test
    void afterABackup_onlyTheTablesOfTheLakeAreCounted() {
        plant.load(exports);
        plant.refresh();
        Taken before = plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
        kept();

        Taken after = plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());

        assertThat(List.of(after.tables(), after.rows())).isEqualTo(List.of(before.tables(), before.rows()));
    }

    /** The lake is read by DuckDB; PostgreSQL has other names for the types. */
    @Test
    void theCatalogueSaysWhatEachColumnOfAViewMeans() {
        String column = engine == Engine.DUCKDB
                ? "column_name || ' ' || replace(lower(data_type), 'varchar', 'text')"
                : "column_name";
        for (View view : Views.all()) {
            if (!view.name().contains(".")) {
                assertThat(view.columns().stream()
                                .map(each -> engine == Engine.DUCKDB ? each.name() + " " + each.type() : each.name())
                                .toList())
                        .as(view.name())
                        .isEqualTo(plant.warehouse()
                                .read(session -> session.texts("select " + column + " from information_schema.columns"
                                        + " where table_name = '" + view.name() + "' order by ordinal_position")));
            }
        }
    }

    @Test
    void versionsThatNobodyCanReadAnyMoreGo() throws IOException {
        for (Path export : exports.subList(0, 5)) {
            snapshotOf(export);
        }
        try (Stream<Path> versions = Files.list(plant.home().store().resolve("lake"))) {
            assertThat(versions.map(version -> version.getFileName().toString())
                            .sorted()
                            .toList())
                    .hasSize(snapshots().settings().versions())
                    .contains(lake().newest().orElseThrow().getFileName().toString());
        }
    }

    /** A version is made from the one that leaves; whatever happened to that one, it has the pieces of its snapshot and nothing else. */
    @Test
    void aVersionHasThePiecesOfItsSnapshot_whateverVersionItIsMadeFrom() throws IOException {
        for (Path export : exports.subList(0, 3)) {
            snapshotOf(export);
        }
        Path leaving;
        try (Stream<Path> versions = Files.list(plant.home().store().resolve("lake"))) {
            leaving = versions.sorted().findFirst().orElseThrow();
        }
        Path kept = parquet(leaving).get(0);
        Files.writeString(kept.resolveSibling("stray.parquet"), "stray");
        Files.createDirectories(leaving.resolve("no_table/month=2025-01"));
        Files.delete(parquet(leaving).get(1));
        Path copied = parquet(leaving).get(2);
        Path other = Files.copy(copied, copied.resolveSibling("other"));
        Files.move(other, copied, StandardCopyOption.REPLACE_EXISTING);
        for (Path export : exports.subList(3, 5)) {
            snapshotOf(export);

            assertThat(leaving).doesNotExist();
            Path newest = lake().newest().orElseThrow();
            Set<Path> pieces = new HashSet<>(files());
            List<String> shown = new ArrayList<>();
            for (Path file : parquet(newest)) {
                Path piece = pieces.stream()
                        .filter(any -> any.getFileName()
                                .toString()
                                .startsWith(file.getFileName().toString().substring(0, 12)))
                        .findFirst()
                        .orElseThrow();
                assertThat(Files.isSameFile(file, piece)).as(file.toString()).isTrue();
                shown.add(piece.getFileName().toString());
            }
            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(lake().shown().orElseThrow().manifest().tables().stream()
                            .flatMap(table -> table.pieces().stream())
                            .map(piece -> piece.sha256() + ".parquet")
                            .toList());
            assertThat(newest.resolve("no_table")).doesNotExist();
        }
    }

    private static List<Path> parquet(Path version) throws IOException {
        try (Stream<Path> files = Files.walk(version)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** What no snapshot lists goes after the grace time; what one lists stays, however old. */
    @Test
    void onlyPiecesThatNoSnapshotListsAreCollected() throws IOException {
        plant.load(exports.get(0));
        Snapshot first = kept();
        Path stray = Files.createDirectories(plant.home().store().resolve("pieces/ab"))
                .resolve("ab.parquet");
        Files.writeString(stray, "stray");
        Path fresh = Files.writeString(stray.resolveSibling("fresh.parquet"), "fresh");
        Instant now = plant.now();
        for (Path old : files()) {
            Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(30))));
        }
        Files.setLastModifiedTime(fresh, FileTime.from(now));

        snapshots().tidying().all();

        assertThat(stray).doesNotExist();
        assertThat(fresh).exists();
        assertThat(snapshots().verify(List.of(first)).damage(first)).isNull();
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
        assertThat(snapshots().store().all()).hasSize(snapshots().settings().versions());

        plant.pass(Duration.ofDays(1));
        kept();
        snapshotOf(exports.get(5));

        assertThat(stray).doesNotExist();
        assertThat(snapshots().store().all()).hasSize(snapshots().settings().versions() + 1);
    }

    private void snapshotOf(Path export) {
        plant.load(export);
        plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
    }

    /** A copy of the database that goes on from an earlier snapshot is compared with that one. */
    @Test
    void aDatabaseThatWasPutBackIsComparedWithWhatItNames() {
        plant.load(exports.get(0));
        Snapshot first = published();
        plant.load(exports.get(1));
        Snapshot second = published();
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
        Snapshot third = published();
        assertThat(third.name()).isGreaterThan(second.name());
        assertThat(sums(third)).isEqualTo(sums(plant.sums(), third));
    }

    private String lastFeed() {
        return plant.lines("select feed from export order by id desc limit 1").get(0);
    }

    private Snapshot published() {
        return snapshots().publish(plant.warehouse());
    }

    private Snapshot kept() {
        return snapshots().keep(plant.warehouse(), "test", null);
    }

    private Snapshots snapshots() {
        return new Snapshots(plant.plant(), plant::now, PartProgress.NONE);
    }

    private Lake lake() {
        return new Lake(plant.home(), snapshots().store());
    }

    private static long rows(Path version) {
        return TableFiles.inspect(
                version,
                session -> session.number(
                        "select count(*) from read_parquet('" + version + "/workstation_master_log/*/*.parquet')"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(plant.home().store().resolve("pieces"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> written(Snapshot before, Snapshot after) {
        Set<String> known = pieces(before).values().stream().collect(Collectors.toSet());
        return pieces(after).entrySet().stream()
                .filter(piece -> !known.contains(piece.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> pieces(Snapshot snapshot) {
        Map<String, String> pieces = new TreeMap<>();
        snapshot.manifest()
                .tables()
                .forEach(table -> table.pieces()
                        .forEach(piece -> pieces.put(table.table() + " " + piece.period(), piece.sha256())));
        return pieces;
    }

    private static Piece piece(Snapshot snapshot, String table) {
        return snapshot.manifest().table(table).orElseThrow().pieces().get(0);
    }

    private static Map<String, TableSum> sums(Snapshot snapshot) {
        return snapshot.manifest().tables().stream().collect(Collectors.toMap(StoredTable::table, StoredTable::sum));
    }

    private static Map<String, TableSum> sums(Map<String, TableSum> all, Snapshot of) {
        Map<String, TableSum> sums = new TreeMap<>(all);
        sums.keySet().retainAll(sums(of).keySet());
        return sums;
    }
}
