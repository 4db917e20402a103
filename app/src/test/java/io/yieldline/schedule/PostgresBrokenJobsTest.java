package io.yieldline.schedule;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresBrokenJobsTest extends BrokenJobsContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
