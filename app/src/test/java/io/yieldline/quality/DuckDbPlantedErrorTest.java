package io.yieldline.quality;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbPlantedErrorTest {
    @Nested
    class Records extends PlantedErrorContract {
        Records() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Exports extends PlantedExportErrorContract {
        Exports() {
            super(Engine.DUCKDB);
        }
    }
}
