package io.yieldline.health;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresMetricsTest extends MetricsContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
