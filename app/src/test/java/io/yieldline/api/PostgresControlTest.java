package io.yieldline.api;

import io.yieldline.warehouse.TestPostgres;

class PostgresControlTest extends ControlContract {
    @Override
    String database() {
        return TestPostgres.freshDatabase();
    }
}
