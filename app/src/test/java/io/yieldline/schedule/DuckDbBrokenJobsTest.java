package io.yieldline.schedule;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbBrokenJobsTest extends BrokenJobsContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
