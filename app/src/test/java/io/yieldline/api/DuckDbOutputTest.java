package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbOutputTest extends OutputContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
