package io.yieldline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Plant;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.WarehouseException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The made-up plant has blank cells, mis-scanned fixtures and an export without the model on purpose. The checks find these, and nothing
 * else.
 */
class DemoChecksTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyThePlantedMistakesAreFound(Engine engine) {
        List<Path> exports =
                DemoPlant.generate(new DemoSettings(FIRST, 28, 400, 1)).writeTo(folder.resolve("exports"));
        try (TestPlant plant = TestPlant.on(engine, folder.resolve("home"))) {
            plant.load(exports);
            plant.refresh();

            assertThat(Checks.builtIn().all().stream()
                            .map(check -> check.run(inspection(plant), WarehouseException::line)))
                    .filteredOn(report -> report.outcome() != Outcome.PASSED)
                    .extracting(CheckReport::check, report -> report.failing() > 0)
                    .containsExactly(
                            tuple("blanks", true),
                            tuple("changed_columns", true),
                            tuple("fixture_names", true),
                            tuple("parked_exports", true));
            assertThat(Checks.builtIn()
                            .named("fixture_names")
                            .run(inspection(plant), WarehouseException::line)
                            .details()
                            .rows())
                    .isNotEmpty()
                    .noneMatch(row -> String.valueOf(row.get(1)).matches("NV-NC[0-9]{4}"));
        }
    }

    private static Inspection inspection(TestPlant plant) {
        return new Inspection(
                new PlantParts(
                        Plant.open(plant.home()),
                        Marts.builtIn(),
                        plant.warehouse(),
                        InstantSource.fixed(Instant.parse("2025-03-31T20:00:00Z"))),
                null,
                null);
    }
}
