package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.mart.View;
import io.yieldline.mart.Views;
import io.yieldline.operation.load.SnapshotOperation.Taken;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lake shows the newest snapshot and says what its columns mean, and earlier readers finish, on every engine. */
abstract class LakeContract extends DemoStore {
    LakeContract(Engine engine) {
        super(engine);
    }

    @Test
    void theLakeShowsTheNewestSnapshot_andEarlierReadersFinish() throws IOException {
        plant.load(exports.get(0));
        plant.refresh();
        Taken first = store.taken();
        Path earlier = store.lake().newest().orElseThrow();
        long rows = rows(earlier);
        plant.load(exports.subList(1, exports.size()));
        plant.refresh();

        Taken second = store.taken();

        Path newest = store.lake().newest().orElseThrow();
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
        Taken before = store.taken();
        store.kept();

        Taken after = store.taken();

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
            take(export);
        }
        try (Stream<Path> versions = Files.list(plant.home().store().resolve("lake"))) {
            assertThat(versions.map(version -> version.getFileName().toString())
                            .sorted()
                            .toList())
                    .hasSize(store.snapshots().settings().versions())
                    .contains(store.lake().newest().orElseThrow().getFileName().toString());
        }
    }

    /** A version is made from the one that leaves; whatever happened to that one, it has the pieces of its snapshot and nothing else. */
    @Test
    void aVersionHasThePiecesOfItsSnapshot_whateverVersionItIsMadeFrom() throws IOException {
        for (Path export : exports.subList(0, 3)) {
            take(export);
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
            take(export);

            assertThat(leaving).doesNotExist();
            Path newest = store.lake().newest().orElseThrow();
            Set<Path> pieces = new HashSet<>(store.files());
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
                    .containsExactlyInAnyOrderElementsOf(store.lake().shown().orElseThrow().manifest().tables().stream()
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

    private void take(Path export) {
        plant.load(export);
        store.taken();
    }

    private static long rows(Path version) {
        return TableFiles.inspect(
                version,
                session -> session.number(
                        "select count(*) from read_parquet('" + version + "/workstation_master_log/*/*.parquet')"));
    }
}
