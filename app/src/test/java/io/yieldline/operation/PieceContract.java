package io.yieldline.operation;

import static io.yieldline.operation.TestStore.pieces;
import static io.yieldline.operation.TestStore.sums;
import static io.yieldline.operation.TestStore.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.store.Piece;
import io.yieldline.store.Snapshot;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.MonthPart;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pieces a snapshot writes: a month that changes is divided, so that a day at its end costs what a day at its start does. */
abstract class PieceContract {
    private static final String LOG = "workstation_master_log";
    private static final String MONTH = "2025-03";
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 3), 26, 100, 7));

    @TempDir
    Path folder;

    private final Engine engine;
    private TestPlant plant;
    private TestStore store;
    private List<Path> logs;

    PieceContract(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.copy("pieces", engine, folder, (fresh, original) -> {
            List<Path> written = logs(DEMO.writeTo(original.resolve("exports")));
            fresh.load(written.subList(0, written.size() - 2));
            fresh.refresh();
        });
        store = new TestStore(plant);
        logs = logs(files(folder.resolve("exports")));
        assertThat(logs).hasSizeGreaterThan(4);
    }

    private static List<Path> logs(List<Path> exports) {
        return exports.stream()
                .filter(file -> file.getFileName().toString().startsWith("workstation"))
                .sorted()
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void aMonthIsDividedWhenItChanges_thenOnlyTheChangedPartIsWritten() {
        Snapshot first = store.published();
        assertThat(periods(first, LOG)).as("loaded at once").containsOnly(MONTH);

        load(logs.subList(logs.size() - 2, logs.size() - 1));
        Snapshot second = store.published();
        assertThat(periods(second, LOG))
                .hasSizeGreaterThan(2)
                .isSubsetOf(MonthPart.of(YearMonth.parse(MONTH)).stream().collect(Collectors.toSet()));

        load(logs.subList(logs.size() - 1, logs.size()));
        Snapshot third = store.published();
        assertThat(writtenOfTheLog(second, third)).isNotEmpty().isEqualTo(partsOfTheLastExport());
        assertThat(periods(third, LOG)).containsAll(periods(second, LOG));
        assertThat(store.published().name()).as("nothing changed").isEqualTo(third.name());
    }

    /** Such as other rules, or a database that no longer knows its newest snapshot: old months would be divided for nothing. */
    @Test
    void whatChangesAWholeTableDividesNoMonth() {
        store.kept();
        plant.warehouse().writeAll(session -> session.execute("update " + LOG + " set shift = 'night'"));
        Snapshot changed = store.published();
        assertThat(periods(changed, LOG)).containsOnly(MONTH);
        assertThat(changed.manifest().table(LOG).orElseThrow().sum())
                .isEqualTo(plant.sums().get(LOG));

        Snapshot kept = store.kept();
        plant.warehouse().writeAll(session -> session.execute("update snapshot_base set snapshot = null"));
        assertThat(writtenOfTheLog(kept, store.published())).isEmpty();
    }

    @Test
    void partsAreTheDatabase_alsoInTheLakeAndAfterARestore() throws IOException {
        store.published();
        load(logs.subList(logs.size() - 2, logs.size() - 1));
        store.published();
        load(logs.subList(logs.size() - 1, logs.size()));
        Map<String, TableSum> sums = plant.sums();
        Snapshot kept = store.kept();
        assertThat(sums(kept)).containsAllEntriesOf(sums);

        store.taken();
        try (Stream<Path> files = Files.list(plant.home().lake().resolve(LOG + "/month=" + MONTH))) {
            assertThat(files.count()).isEqualTo(periods(kept, LOG).size());
        }
        plant.warehouse().writeAll(session -> session.execute("delete from " + LOG));
        plant.run(new RestoreOperation(), new RestoreOperation.Parameters(kept.name(), null, false));
        assertThat(plant.sums()).isEqualTo(sums);
        assertThat(sums(store.kept())).containsAllEntriesOf(sums);
    }

    /** The piece of a backup of an earlier day has the same period, and other rows. */
    @Test
    void aPieceThatIsGoneIsWrittenAgain_notReplacedByAnOlderOne() throws IOException {
        store.kept();
        load(logs.subList(logs.size() - 2, logs.size()));
        Snapshot newest = store.published();
        delete(newest, "unit_run");
        assertThat(store.snapshots().verify(List.of(newest)).damage(newest))
                .isEqualTo("unit_run from " + MONTH + "-01 is missing");
        delete(newest, "station_yield_daily");
        Snapshot next = store.published();
        Map<String, TableSum> sums = plant.sums();
        assertThat(sums(next))
                .allSatisfy((table, sum) -> assertThat(sum).as(table).isEqualTo(sums.get(table)));
        assertThat(store.snapshots().verify(List.of(next)).damage(next)).isNull();
    }

    private static void delete(Snapshot snapshot, String table) throws IOException {
        for (Piece piece : pieces(snapshot, table)) {
            Files.delete(snapshot.file(piece));
        }
    }

    private void load(List<Path> exports) {
        plant.load(exports);
        plant.refresh();
    }

    private Set<String> partsOfTheLastExport() {
        return plant
                .lines("select distinct cast(ended_at as date) from " + LOG
                        + " where export_id = (select max(id) from export)")
                .stream()
                .map(day -> MonthPart.of(LocalDate.parse(day)))
                .collect(Collectors.toSet());
    }

    private static Set<String> writtenOfTheLog(Snapshot before, Snapshot after) {
        String prefix = LOG + " ";
        return written(before, after).stream()
                .filter(piece -> piece.startsWith(prefix))
                .map(piece -> piece.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> periods(Snapshot snapshot, String table) {
        return pieces(snapshot, table).stream().map(Piece::period).collect(Collectors.toSet());
    }
}
