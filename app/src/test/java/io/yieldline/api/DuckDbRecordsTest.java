package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbRecordsTest extends RecordsContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
