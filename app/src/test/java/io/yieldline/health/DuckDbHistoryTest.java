package io.yieldline.health;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbHistoryTest extends HistoryContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
