package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.operation.TestPlant;
import io.yieldline.operation.change.RebuildOperation;
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
 * Whatever the order of exports whose documents carry different times, whatever comes twice and whenever marts are refreshed: the
 * master log and the marts are the same. Exports without times, or of the same time, given in one command may have any order in it.
 */
@Tag("engines")
class IngestPropertiesTest {
    private static final String[] STATIONS = {"VI2", "ASSY2", "Vi2", "PACKING"};
    private static final String[] STATUSES = {"Pass", "Fail", ""};
    private static final String[] ENDS = {"2025-04-04 23:00:00", "2025-04-05 01:00:00", "2025-05-01 00:00:00"};
    private static final List<String> COUNTS = List.of("workstation_master_log", "workstation_history", "sighting");

    /** On the embedded database. */
    private static final int TRIES = Integer.getInteger("yieldline.orders", 3);

    @TempDir
    Path folder;

    static Stream<Arguments> tries() {
        Stream<Arguments> embedded =
                Stream.iterate(1, seed -> seed + 1).limit(TRIES).map(seed -> Arguments.of(Engine.DUCKDB, seed));
        return Stream.concat(embedded, Stream.of(21).map(seed -> Arguments.of(Engine.POSTGRES, seed)));
    }

    @ParameterizedTest
    @MethodSource("tries")
    void masterLogAndMarts_areTheSameHoweverExportsArrive(Engine engine, int seed) {
        Random random = new Random(seed);
        List<Path> exports = workbooks(random);
        try (TestPlant plain = TestPlant.on(engine, folder.resolve("plain"));
                TestPlant mixed = TestPlant.on(engine, folder.resolve("mixed"))) {
            exports.forEach(export -> load(plain, List.of(export)));
            plain.refresh();
            for (Path export : mixed(exports, random)) {
                load(mixed, List.of(export));
                if (random.nextInt(3) == 0) {
                    mixed.refresh();
                }
            }
            mixed.refresh();

            assertSame(mixed, plain);
            plain.rebuild();
            assertThat(mixed.marts()).isEqualTo(plain.marts());
        }
    }

    @ParameterizedTest
    @MethodSource("tries")
    void ofExportsInOneCommand_theOrderDoesNotMatter(Engine engine, int seed) {
        Random random = new Random(seed);
        List<Path> exports = new ArrayList<>(workbooks(random));
        for (int i = 0; i < 4; i++) {
            exports.add(Step.csv(folder.resolve(i + ".csv"), steps(random)));
            exports.add(Step.xlsx(folder.resolve("same " + i + ".xlsx"), 10, steps(random)));
        }
        try (TestPlant plain = TestPlant.on(engine, folder.resolve("plain"));
                TestPlant mixed = TestPlant.on(engine, folder.resolve("mixed"))) {
            load(plain, exports);
            load(mixed, mixed(exports, random));
            plain.refresh();
            mixed.refresh();

            assertSame(mixed, plain);
            mixed.run(new RebuildOperation(), new RebuildOperation.Parameters());
            assertSame(mixed, plain);
        }
    }

    private static void assertSame(TestPlant mixed, TestPlant plain) {
        assertThat(mixed.content("workstation_master_log")).isEqualTo(plain.content("workstation_master_log"));
        assertThat(versions(mixed)).isEqualTo(versions(plain));
        assertThat(mixed.marts()).isEqualTo(plain.marts());
    }

    private static void load(TestPlant plant, List<Path> exports) {
        plant.load(exports)
                .exports()
                .forEach(report -> assertThat(report.counts().rows())
                        .isEqualTo(report.counts().accepted() + report.counts().rejected()));
        assertThat(COUNTS.stream()
                        .mapToLong(table -> plant.number("select count(*) from " + table))
                        .sum())
                .isEqualTo(
                        plant.number(
                                "select sum(new_count + duplicate_count + revised_count + outdated_count) from export where status = 'loaded'"));
    }

    private static List<String> versions(TestPlant plant) {
        return plant.lines("select identity, content from workstation_history order by identity, content");
    }

    /** Exports, each made on a day of its own, that show few events in several versions, some of them twice in one export. */
    private List<Path> workbooks(Random random) {
        List<Path> exports = new ArrayList<>();
        for (int day = 10; day < 16; day++) {
            exports.add(Step.xlsx(folder.resolve(day + ".xlsx"), day, steps(random)));
        }
        return exports;
    }

    private static Step[] steps(Random random) {
        return Stream.generate(() -> step(random)).limit(4 + random.nextInt(5)).toArray(Step[]::new);
    }

    private static Step step(Random random) {
        return Step.of("132102500000" + random.nextInt(3), pick(STATIONS, random), pick(ENDS, random))
                .with(Step.STATUS, pick(STATUSES, random))
                .with(Step.VERSION, random.nextBoolean() ? "A" : "B");
    }

    private static String pick(String[] texts, Random random) {
        return texts[random.nextInt(texts.length)];
    }

    /** The same files in another order, some of them twice. */
    private static List<Path> mixed(List<Path> exports, Random random) {
        List<Path> mixed = new ArrayList<>(exports);
        exports.stream().filter(export -> random.nextBoolean()).forEach(mixed::add);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
