package io.yieldline.alert;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresAlertTest extends AlertContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
