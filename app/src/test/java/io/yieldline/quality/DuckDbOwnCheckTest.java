package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbOwnCheckTest extends OwnCheckContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
