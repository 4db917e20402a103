package io.yieldline.quality;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbPlantedErrorTest extends PlantedErrorContract {
    DuckDbPlantedErrorTest() {
        super(Engine.DUCKDB);
    }
}
