package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the order of exports, however they are cut into files, whatever comes twice and whenever marts are refreshed: the
 * master log and the marts are the same.
 */
@Tag("engines")
class IngestPropertiesTest {
    private static final String[] STATIONS = {"VI2", "ASSY2", "Vi2", "PACKING"};
    private static final String[] STATUSES = {"Pass", "Fail", ""};
    private static final String[] ENDS = {"2025-04-04 23:00:00", "2025-04-05 01:00:00", "2025-05-01 00:00:00"};
    private static final List<String> COUNTS = List.of("workstation_master_log", "workstation_history", "sighting");

    @TempDir
    Path folder;

    private int files;

    static Stream<Arguments> tries() {
        Stream<Arguments> embedded =
                Stream.iterate(1, seed -> seed + 1).limit(12).map(seed -> Arguments.of(Engine.DUCKDB, seed));
        return Stream.concat(embedded, Stream.of(21, 22).map(seed -> Arguments.of(Engine.POSTGRES, seed)));
    }

    @ParameterizedTest
    @MethodSource("tries")
    void masterLogAndMarts_areTheSameHoweverExportsArrive(Engine engine, int seed) {
        Random random = new Random(seed);
        List<Export> exports = exports(random);
        try (TestPlant plain = TestPlant.on(engine, folder.resolve("plain"));
                TestPlant mixed = TestPlant.on(engine, folder.resolve("mixed"))) {
            exports.forEach(export -> load(plain, export));
            plain.refresh();
            for (Export part : mixed(exports, random)) {
                load(mixed, part);
                if (random.nextInt(3) == 0) {
                    mixed.refresh();
                }
            }
            mixed.refresh();

            assertThat(mixed.content("workstation_master_log")).isEqualTo(plain.content("workstation_master_log"));
            assertThat(versions(mixed)).isEqualTo(versions(plain));
            assertThat(mixed.marts()).isEqualTo(plain.marts());
            plain.rebuild();
            assertThat(mixed.marts()).isEqualTo(plain.marts());
        }
    }

    private void load(TestPlant plant, Export export) {
        ExportReport report = plant.load(Step.xlsx(
                folder.resolve(files++ + ".xlsx"), export.day(), export.steps().toArray(Step[]::new)));
        assertThat(report.counts().rows())
                .isEqualTo(report.counts().accepted() + report.counts().rejected());
        assertThat(COUNTS.stream()
                        .mapToLong(table -> plant.number("select count(*) from " + table))
                        .sum())
                .isEqualTo(plant.number(
                        "select sum(new_count + duplicate_count + revised_count) from export where status = 'loaded'"));
    }

    private static List<String> versions(TestPlant plant) {
        return plant.lines("select identity, content from workstation_history order by identity, content");
    }

    /** Exports of few days, some made on the same one, that show few events in several versions. */
    private static List<Export> exports(Random random) {
        List<Export> exports = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<Step> steps = new ArrayList<>();
            for (int row = 0; row < 4 + random.nextInt(5); row++) {
                steps.add(step(random));
            }
            exports.add(new Export(10 + random.nextInt(3), steps));
        }
        return exports;
    }

    private static Step step(Random random) {
        return Step.of("132102500000" + random.nextInt(3), pick(STATIONS, random), pick(ENDS, random))
                .with(Step.STATUS, pick(STATUSES, random))
                .with(Step.VERSION, random.nextBoolean() ? "A" : "B");
    }

    private static String pick(String[] texts, Random random) {
        return texts[random.nextInt(texts.length)];
    }

    /** The same rows, each at least once, in other files and another order. */
    private static List<Export> mixed(List<Export> exports, Random random) {
        List<Export> parts = new ArrayList<>();
        for (Export export : exports) {
            List<Step> rows = new ArrayList<>(export.steps());
            Collections.shuffle(rows, random);
            int cut = random.nextInt(rows.size() + 1);
            parts.add(new Export(export.day(), rows.subList(0, cut)));
            parts.add(new Export(export.day(), rows.subList(cut, rows.size())));
            if (random.nextBoolean()) {
                parts.add(new Export(export.day(), rows.subList(cut / 2, rows.size())));
            }
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    /** What an export shows, and the day of April on which it was made. */
    private record Export(int day, List<Step> steps) {}
}
