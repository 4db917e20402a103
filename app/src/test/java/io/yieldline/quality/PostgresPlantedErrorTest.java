package io.yieldline.quality;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresPlantedErrorTest extends PlantedErrorContract {
    PostgresPlantedErrorTest() {
        super(Engine.POSTGRES);
    }
}
