package io.yieldline.schedule;

import io.yieldline.warehouse.Warehouse;

class DuckDbSchedulerTest extends SchedulerContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
