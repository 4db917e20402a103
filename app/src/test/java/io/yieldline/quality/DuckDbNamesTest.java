package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbNamesTest extends NamesContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
