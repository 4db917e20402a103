package io.yieldline.api;

import io.yieldline.warehouse.TestPostgres;

class PostgresRetryTest extends RetryContract {
    @Override
    String database() {
        return TestPostgres.freshDatabase();
    }
}
