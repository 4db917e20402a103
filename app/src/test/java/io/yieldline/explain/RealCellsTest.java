package io.yieldline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.RealData;
import io.yieldline.explain.Explanation.Count;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plant's own two months: random cells of every mart, down to the rows of the exports. */
@Tag("real")
class RealCellsTest {
    private static final int CELLS = Integer.getInteger("yieldline.cells", 30);

    @TempDir
    Path folder;

    @Test
    void rowsAddUpToEveryMart() {
        List<Path> exports = Stream.of("workstationreport_xlsx", "testboardrecord_xlsx")
                .flatMap(name -> RealData.exports(name).stream())
                .toList();
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, folder)) {
            plant.load(exports);
            plant.refresh();
            for (Mart mart : Marts.builtIn().all()) {
                assertAddsUp(plant, mart);
            }
        }
    }

    /** A cell that is drawn again is not explained again; some marts have no more than 18. */
    private static void assertAddsUp(TestPlant plant, Mart mart) {
        Explain explain = new Explain(plant.warehouse(), Marts.builtIn());
        RandomCells cells = new RandomCells(plant.warehouse(), mart, 11);
        Set<Map<String, String>> drawn = new LinkedHashSet<>();
        Stream.generate(cells::whole).limit(CELLS).forEach(drawn::add);
        long start = System.nanoTime();
        drawn.forEach(keys -> assertAddsUp(explain.explain(mart.name(), keys), cells, keys));
        System.out.printf(
                "%s: %d cells, %,d ms each%n",
                mart.name(), drawn.size(), (System.nanoTime() - start) / 1_000_000 / drawn.size());
    }

    private static void assertAddsUp(Explanation explanation, RandomCells cells, Map<String, String> keys) {
        String cell = explanation.mart() + " " + keys;
        assertThat(explanation.addsUp()).as(cell).isTrue();
        assertThat(explanation.records().rows()).as(cell).isNotEmpty();
        for (Count count : explanation.counts()) {
            assertThat(count.listed()).as(cell + " " + count.name()).isEqualTo(cells.sum(count.name(), keys));
        }
    }
}
