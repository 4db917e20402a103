package io.yieldline.api;

import io.yieldline.warehouse.TestPostgres;

class PostgresApiTest extends ApiContract {
    @Override
    String database() {
        return TestPostgres.freshDatabase();
    }
}
