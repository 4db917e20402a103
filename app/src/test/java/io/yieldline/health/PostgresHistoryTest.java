package io.yieldline.health;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresHistoryTest extends HistoryContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
