package io.yieldline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.LoadCounts;
import io.yieldline.operation.TestPlant;
import io.yieldline.operation.load.IngestOperation.Loaded;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exports of an invented plant through the whole program, against what truly happened there. */
class DemoThroughIngestTest {
    private static final DemoSettings PLANT = new DemoSettings(LocalDate.of(2025, 3, 3), 14, 300, 5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void martsOfTheDemo_areThoseOfItsTrueEvents(Engine engine) {
        DemoPlant demo = DemoPlant.generate(PLANT);
        try (TestPlant plant = TestPlant.on(engine, folder.resolve("home"))) {
            Loaded loaded = plant.load(demo.writeTo(folder.resolve("exports")));
            plant.refresh();

            assertCounts(loaded, demo);
            assertThat(marts(plant)).isEqualTo(expected(demo));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void martsOfTheDemo_areTheSameInAnyOrderOfItsExports(Engine engine) {
        DemoPlant demo = DemoPlant.generate(PLANT);
        List<Path> exports = new ArrayList<>(demo.writeTo(folder.resolve("exports")));
        Collections.shuffle(exports, new Random(11));
        try (TestPlant plant = TestPlant.on(engine, folder.resolve("home"))) {
            for (Path export : exports) {
                plant.load(export);
                plant.refresh();
            }

            assertThat(marts(plant)).isEqualTo(expected(demo));
        }
    }

    private static void assertCounts(Loaded loaded, DemoPlant demo) {
        for (DemoExport export : demo.exports()) {
            LoadCounts counts = report(loaded, export).counts();
            assertThat(counts.rows()).as(export.path()).isEqualTo(export.rows());
            assertThat(counts.rejected()).as(export.path()).isEqualTo(export.rejected());
        }
    }

    /** A command loads in the order of the names, not of the days on which the exports were made. */
    private static ExportReport report(Loaded loaded, DemoExport export) {
        return loaded.exports().stream()
                .filter(report -> report.file().endsWith(export.path()))
                .findFirst()
                .orElseThrow();
    }

    /** Those of the plant, failures of the workstation log without the station reason, which not every export gives. */
    private static Map<String, List<String>> marts(TestPlant plant) {
        Map<String, List<String>> marts = plant.marts();
        marts.put(
                "all_failure_daily",
                plant
                        .lines(
                                "select day, source, case when source = 'testboard' then code end, fixture, station, model,"
                                        + " part_number, headline, sum(failures) from all_failure_daily group by 1, 2, 3, 4, 5, 6, 7, 8")
                        .stream()
                        .sorted()
                        .toList());
        return marts;
    }

    private static Map<String, List<String>> expected(DemoPlant demo) {
        Map<String, List<String>> marts = new TreeMap<>();
        ExpectedMarts.of(demo.truth().workstation(), demo.truth().testboard())
                .forEach((mart, rows) -> marts.put(
                        mart,
                        rows.stream().map(row -> String.join(",", row)).sorted().toList()));
        return marts;
    }
}
