package io.yieldline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.store.Manifest;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Store;
import io.yieldline.store.StoredTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of the job, and exports that come one after the other, on a few rows. */
class OptionsTest {
    @TempDir
    Path folder;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void aVersionThatCameBack_andAParkedExportThatIsReadAgain_areAsInTheProgram() throws IOException {
        TestedPlant plant = new TestedPlant(folder, "one");
        Path exports = folder.resolve("exports");
        Path store = folder.resolve("store");
        List<Path> all = List.of(
                arrivals.add(exports, "a", Arrivals.FAILED),
                arrivals.add(exports, "b", Arrivals.PASSED, Arrivals.OTHER),
                arrivals.add(exports, "c", Arrivals.FAILED, Arrivals.OTHER),
                arrivals.add(exports, "d", Arrivals.OTHER, Arrivals.NEVER),
                arrivals.add(exports, "e", Arrivals.OTHER, Arrivals.FAILED));
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
        Path ofOne = arrivals.add(exports.resolve("one"), "a", Arrivals.FAILED);
        Path ofOther = arrivals.add(exports.resolve("other"), "a", Arrivals.PASSED);

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

    @Test
    void aNameThatSparkTakesForAPattern_isRefused() {
        assertThat(new TestedPlant(folder, "Plant [2]").job(folder, folder.resolve("store")))
                .isEqualTo("exit code 2");
        assertThatThrownBy(() -> ScaleJob.requireNoPattern(new org.apache.hadoop.fs.Path("/store/Plant [2]")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "/store/Plant [2]: Spark takes * ? [ ] { } in the name of a folder for a pattern; give the plant"
                                + " another name in yieldline.yaml, or the store another folder");
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
}
