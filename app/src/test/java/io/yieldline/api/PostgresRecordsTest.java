package io.yieldline.api;

import io.yieldline.warehouse.TestPostgres;

class PostgresRecordsTest extends RecordsContract {
    @Override
    String database() {
        return TestPostgres.freshDatabase();
    }
}
