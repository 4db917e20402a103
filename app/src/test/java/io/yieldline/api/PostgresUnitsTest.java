package io.yieldline.api;

import io.yieldline.warehouse.TestPostgres;

class PostgresUnitsTest extends UnitsContract {
    @Override
    String database() {
        return TestPostgres.freshDatabase();
    }
}
