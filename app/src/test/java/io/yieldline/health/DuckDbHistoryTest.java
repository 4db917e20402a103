package io.yieldline.health;

import io.yieldline.warehouse.Warehouse;

class DuckDbHistoryTest extends HistoryContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
