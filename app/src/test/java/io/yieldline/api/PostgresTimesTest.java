package io.yieldline.api;

import io.yieldline.warehouse.TestPostgres;

class PostgresTimesTest extends TimesContract {
    @Override
    String database() {
        return TestPostgres.freshDatabase();
    }
}
