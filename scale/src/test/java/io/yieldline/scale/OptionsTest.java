package io.yieldline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.store.Manifest;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Store;
import io.yieldline.store.StoredTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of the job, and exports that come one after the other, on a few rows. */
class OptionsTest {
    private static final String HEADER = "SN,PN,Workstation Name,History station start time,History station end time,"
            + "Service Flow,Model,History station passing status,operator";
    private static final String FAILED = row("1321025000001", "2025-04-01 08:00:00", "Fail");
    private static final String PASSED = row("1321025000001", "2025-04-01 08:00:00", "Pass");
    private static final String OTHER = row("1321025000003", "2025-04-02 08:00:00", "Pass");
    private static final String NEVER = row("1321025000002", "never", "Pass");

    @TempDir
    Path folder;

    private int arrived;

    @Test
    void aVersionThatCameBack_andAParkedExportThatIsReadAgain_areAsInTheProgram() throws IOException {
        TestedPlant plant = new TestedPlant(folder, "one");
        Path exports = folder.resolve("exports");
        Path store = folder.resolve("store");
        List<Path> all = List.of(
                arrive(exports, "a", FAILED),
                arrive(exports, "b", PASSED, OTHER),
                arrive(exports, "c", FAILED, OTHER),
                arrive(exports, "d", OTHER, NEVER),
                arrive(exports, "e", OTHER, FAILED));
        Path later = Files.createDirectories(folder.resolve("later"));
        Files.move(all.get(4), later.resolve("e.csv"));
        assertThat(plant.job(exports, store))
                .contains("3 exports loaded, 0 known, 1 parked: 2 new, 1 duplicate, 2 revised");
        Files.move(later.resolve("e.csv"), all.get(4));
        assertThat(plant.job(exports, store)).contains("1 export loaded, 4 known, 0 parked: 0 new, 2 duplicate");

        Path settings = plant.home.settingsFile();
        Files.writeString(
                settings,
                Files.readString(settings).replaceAll("reject_threshold_percent: .*", "reject_threshold_percent: 60"));
        assertThat(plant.job(exports, store, "--retry"))
                .contains("1 export loaded, 4 known, 0 parked: 0 new, 1 duplicate, 0 revised, 0 outdated, 1 rejected");

        List<Path> asLoaded = List.of(all.get(0), all.get(1), all.get(2), all.get(4), all.get(3));
        assertThat(plant.inStore(store.resolve("one"))).isEqualTo(plant.onDuckDb(asLoaded));
        assertThat(plant.inStore(store.resolve("one"), plant::provenance))
                .isEqualTo(plant.onDuckDb(asLoaded, plant::provenance));
    }

    @Test
    void plantsAtOnce_haveStoresOfTheirOwn_andMonthsAreMadeAgain() throws IOException {
        TestedPlant one = new TestedPlant(folder.resolve("one"), "one");
        TestedPlant other = new TestedPlant(folder.resolve("other"), "other");
        TestedPlant closed = new TestedPlant(folder.resolve("closed"), "closed");
        Path exports = folder.resolve("exports");
        Path store = folder.resolve("store");
        Path ofOne = arrive(exports.resolve("one"), "a", FAILED);
        Path ofOther = arrive(exports.resolve("other"), "a", PASSED);

        assertThat(one.job(exports, store, home(other), home(closed)))
                .contains(
                        "one: reads 1 export",
                        "one: merges the records of workstation",
                        "one: makes units and marts",
                        "one: 1 export loaded",
                        "other: 1 export loaded",
                        "closed: failed",
                        "no such folder",
                        "exit code 4");
        assertThat(one.inStore(store.resolve("one"))).isEqualTo(one.onDuckDb(List.of(ofOne)));
        assertThat(other.inStore(store.resolve("other"))).isEqualTo(other.onDuckDb(List.of(ofOther)));

        forgetMart(one.newest(store.resolve("one")), "station_yield_daily");
        assertThat(one.job(exports, store, home(other))).contains("nothing changed");
        assertThat(one.newest(store.resolve("one"))
                        .manifest()
                        .table("station_yield_daily")
                        .orElseThrow()
                        .pieces())
                .isEmpty();
        assertThat(one.job(exports, store, home(other), "--months", "2025-04,2025-05"))
                .contains("one: 0 exports loaded, 1 known", "61 days changed, snapshot", "exit code 0");
        assertThat(one.inStore(store.resolve("one"))).isEqualTo(one.onDuckDb(List.of(ofOne)));
    }

    private static String home(TestedPlant plant) {
        return plant.home.directory().toString();
    }

    /** A snapshot in which a mart has no rows. */
    private static void forgetMart(Snapshot snapshot, String mart) throws IOException {
        Manifest whole = snapshot.manifest();
        Manifest less = new Manifest(
                whole.takenAt(),
                whole.plant(),
                whole.engine(),
                whole.schema(),
                whole.program(),
                whole.rules(),
                whole.change(),
                whole.why(),
                whole.runId(),
                whole.tables().stream()
                        .map(table -> table.table().equals(mart)
                                ? new StoredTable(mart, table.level(), table.columns(), List.of())
                                : table)
                        .toList());
        Files.write(snapshot.store().folder().resolve(Store.place(snapshot.name())), Store.bytes(less));
    }

    private static String row(String serialNumber, String end, String status) {
        return String.join(
                ",",
                serialNumber,
                "692-2G506-0200-0R6",
                "VI2",
                "2025-04-01 07:00:00",
                end,
                "NC PG506",
                "Tesla SXM4",
                status,
                "Ann");
    }

    /** An export that arrives a minute after the one before. */
    private Path arrive(Path exports, String name, String... rows) throws IOException {
        Path file = Files.createDirectories(exports).resolve(name + ".csv");
        Files.write(file, Stream.concat(Stream.of(HEADER), Stream.of(rows)).toList());
        return Files.setLastModifiedTime(file, FileTime.fromMillis(1_745_000_000_000L + 60_000L * arrived++));
    }
}
