package io.yieldline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of three months of a demo plant: twice, corrected, damaged, and in any order. */
class ScaleJobTest {
    @TempDir
    static Path folder;

    private static TestedPlant plant;
    private static Path root;
    private static List<Path> exports;
    private static Map<String, String> expected;

    @BeforeAll
    static void load() {
        plant = new TestedPlant(folder, "demo");
        root = folder.resolve("made");
        exports = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 10), 63, 100, 3))
                .writeTo(root);
        expected = plant.onDuckDb(exports);
    }

    @Test
    void allExportsAtOnce_makeTheTablesOfTheProgram_andRunAgainNothing() {
        Path store = folder.resolve("at-once");

        assertThat(plant.job(root, store)).contains("2 parked", "exit code 0");
        assertSame(plant.inStore(store.resolve("demo")));
        assertThat(plant.damage(store.resolve("demo"))).isEmpty();

        assertThat(plant.job(root, store)).contains("0 exports loaded", "nothing changed", "exit code 0");
        assertThat(store.resolve("demo/snapshots")).isDirectoryContaining(file -> true);
    }

    @Test
    void exportsOfThreeMonthsInAnyOrder_runByRun_makeTheSame() {
        List<Path> mixed = new ArrayList<>(exports);
        Collections.shuffle(mixed, new Random(16));
        Path store = folder.resolve("runs");
        Path arrived = folder.resolve("arrived");
        int third = mixed.size() / 3;
        for (List<Path> part : List.of(
                mixed.subList(0, third), mixed.subList(third, 2 * third), mixed.subList(2 * third, mixed.size()))) {
            part.forEach(export -> TestedPlant.arrive(export, root, arrived));
            assertThat(plant.job(arrived, store)).contains("exit code 0");
        }

        assertSame(plant.inStore(store.resolve("demo")));
    }

    private static void assertSame(Map<String, String> tables) {
        assertThat(tables.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (table, text) -> assertThat(tables.get(table)).as(table).isEqualTo(text));
    }
}
