package io.yieldline.quality;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresOwnCheckTest extends OwnCheckContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
