package io.yieldline.schedule;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbSchedulerTest extends SchedulerContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
