package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbApiTest extends ApiContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
