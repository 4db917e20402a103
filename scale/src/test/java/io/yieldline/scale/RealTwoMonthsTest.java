package io.yieldline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real two months of a plant: every table equal to DuckDB's, byte for byte as CSV. */
@Tag("real")
class RealTwoMonthsTest {
    private static final Path DATA =
            Path.of(System.getProperty("yieldline.real-data", "../../shared")).resolve("data");

    @TempDir
    Path folder;

    @Test
    void marts_areThoseOfDuckDb() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "real plant data not found at " + DATA);
        Path arrived = folder.resolve("arrived");
        for (String kind : List.of("workstationreport_xlsx", "testboardrecord_xlsx")) {
            try (Stream<Path> files = Files.walk(DATA.resolve(kind))) {
                files.filter(Files::isRegularFile).forEach(file -> TestedPlant.arrive(file, DATA, arrived));
            }
        }
        TestedPlant plant = new TestedPlant(folder, "Plant");
        Map<String, String> expected;
        try (Stream<Path> files = Files.walk(arrived)) {
            expected =
                    plant.onDuckDb(files.filter(Files::isRegularFile).sorted().toList());
        }

        assertThat(plant.job(arrived, folder.resolve("store"))).contains("392,112 new", "exit code 0");
        Map<String, String> tables = plant.inStore(folder.resolve("store/Plant"));
        expected.forEach(
                (table, text) -> assertThat(tables.get(table)).as(table).isEqualTo(text));
    }
}
