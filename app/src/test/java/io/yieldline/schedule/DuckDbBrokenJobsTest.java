package io.yieldline.schedule;

import io.yieldline.warehouse.Warehouse;

class DuckDbBrokenJobsTest extends BrokenJobsContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
