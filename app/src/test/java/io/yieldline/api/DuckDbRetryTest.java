package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbRetryTest extends RetryContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
