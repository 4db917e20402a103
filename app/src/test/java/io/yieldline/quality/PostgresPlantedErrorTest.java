package io.yieldline.quality;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresPlantedErrorTest {
    @Nested
    class Records extends PlantedErrorContract {
        Records() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Exports extends PlantedExportErrorContract {
        Exports() {
            super(Engine.POSTGRES);
        }
    }
}
