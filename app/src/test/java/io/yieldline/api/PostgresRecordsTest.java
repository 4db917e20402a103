package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresRecordsTest extends RecordsContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
