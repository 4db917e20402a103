package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;

class DuckDbPlantedErrorTest extends PlantedErrorContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
