package io.yieldline.schedule;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresSchedulerTest extends SchedulerContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
