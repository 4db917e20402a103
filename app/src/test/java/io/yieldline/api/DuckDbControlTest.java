package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbControlTest extends ControlContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
