package io.yieldline.alert;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresDeliveryTest extends DeliveryContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
