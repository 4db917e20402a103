package io.yieldline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports in which something is odd: what the job makes of them is what the program makes of them, and what it says of them. */
class LikeTheProgramTest {
    private static final String SERIAL = "1321025000001";
    private static final String LONG_AGO = Arrivals.row("1321025000004", "2025-01-15 08:00:00", "Pass");

    /** Its end in UTC is in the year 10000. */
    private static final String PLACEHOLDER = Arrivals.row("1321025000005", "9999-12-31 23:59:59", "Pass");

    @TempDir
    Path folder;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void versionsThatWinAgain_andParkedExportsThatAreReadAgain_inALaterMonth() throws IOException {
        TestedPlant plant = new TestedPlant(folder, "one");
        Path exports = folder.resolve("exports");
        Path store = folder.resolve("store");
        List<Path> all = new ArrayList<>();

        all.add(arrivals.add(exports, "a", Arrivals.FAILED, Arrivals.OTHER));
        all.add(arrivals.add(exports, "parked", Arrivals.NEVER));
        assertThat(plant.jobAt(at("2026-11-20"), exports, store)).contains("1 export loaded, 0 known, 1 parked: 2 new");
        all.add(arrivals.add(exports, "b", Arrivals.PASSED));
        assertThat(plant.jobAt(at("2026-11-21"), exports, store)).contains("0 new, 0 duplicate, 1 revised");
        all.add(arrivals.add(exports, "c", Arrivals.FAILED));
        assertThat(plant.jobAt(at("2026-12-02"), exports, store)).contains("0 new, 0 duplicate, 1 revised");
        Path settings = plant.home.settingsFile();
        Files.writeString(
                settings,
                Files.readString(settings).replaceAll("reject_threshold_percent: .*", "reject_threshold_percent: 100"));
        assertThat(plant.jobAt(at("2026-12-03"), exports, store, "--retry"))
                .contains("parked.csv: 1 rejected row", "1 export loaded, 3 known, 0 parked", "exit code 0");

        Collections.swap(all, 1, 3);
        Collections.swap(all, 1, 2);
        assertThat(plant.inStore(store.resolve("one"))).isEqualTo(plant.onDuckDb(all));
        assertThat(plant.inStore(store.resolve("one"), plant::provenance))
                .isEqualTo(plant.onDuckDb(all, plant::provenance));
        assertThat(plant.damage(store.resolve("one"))).isEmpty();
    }

    @Test
    void namesLinksCopiesAndExportsThatEndBadly() throws IOException {
        TestedPlant plant = new TestedPlant(folder, "Plant 2");
        ReceiptJournal.of(plant.home, Engine.DUCKDB).keepFrom(LocalDate.of(2025, 2, 1));
        Path exports = folder.resolve("exports");
        Path store = folder.resolve("store");
        List<Path> all = new ArrayList<>();
        all.add(arrivals.addWith(
                "Weather", exports, "a:b", Arrivals.FAILED + ",rain", LONG_AGO + ",", PLACEHOLDER + ","));
        List<String> rows = new ArrayList<>(Collections.nCopies(1_200, Arrivals.OTHER));
        for (int i = 0; i < rows.size(); i += 100) {
            rows.set(i, Arrivals.NEVER);
        }
        rows.add(",".repeat(17_000));
        all.add(arrivals.add(exports, "broken", rows.toArray(String[]::new)));
        Path copy = Files.copy(all.get(0), exports.resolve("copy.csv"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.setLastModifiedTime(copy, FileTime.fromMillis(1_746_000_000_000L));
        Files.createSymbolicLink(exports.resolve("loop"), exports);
        Files.createSymbolicLink(exports.resolve("gone.csv"), exports.resolve("nowhere.csv"));

        assertThat(plant.job(exports, store))
                .contains(
                        "gone.csv: skipped, it is not a regular file",
                        "loop: skipped, it is not a regular file",
                        "a:b.csv: 1 row older than the retention limit",
                        "a:b.csv: left out unknown columns Weather",
                        "broken.csv: parked, ",
                        "1 export loaded, 1 known, 1 parked: 2 new",
                        "exit code 0");
        assertThat(plant.inStore(store.resolve("Plant 2"))).isEqualTo(plant.onDuckDb(all));
        assertThat(plant.damage(store.resolve("Plant 2"))).isEmpty();
        assertThat(plant.job(exports, store)).contains("0 exports loaded, 3 known", "nothing changed");
    }

    /** An export is no evidence against itself: so many rows in front show that it has none. */
    @Test
    void timesWithoutSeconds() throws IOException {
        TestedPlant plant = new TestedPlant(folder, "one");
        Path exports = folder.resolve("exports");
        Path store = folder.resolve("store");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            rows.add(Arrivals.row(String.valueOf(1_321_025_000_000L + i), "2025-04-01 08:05", "Pass"));
        }
        rows.add(Arrivals.row("1321025900000", "2025-04-01 08:05:07", "Pass"));
        List<Path> all = new ArrayList<>(List.of(arrivals.add(exports, "a", rows.toArray(String[]::new))));
        assertThat(plant.job(exports, store)).contains("1 export loaded, 0 known, 0 parked: 10,002 new");

        all.add(arrivals.add(
                exports,
                "b",
                Arrivals.row(SERIAL, "2025-04-02 08:05", "Pass"),
                Arrivals.NEVER,
                Arrivals.row(SERIAL, "2025-04-02 09:05:07", "Pass")));
        assertThat(plant.job(exports, store)).contains("b.csv: parked, 2 of 3 rows were rejected", "first: row 2: ");
        assertThat(plant.inStore(store.resolve("one"))).isEqualTo(plant.onDuckDb(all));
    }

    private static InstantSource at(String day) {
        return InstantSource.fixed(Instant.parse(day + "T12:00:00Z"));
    }
}
