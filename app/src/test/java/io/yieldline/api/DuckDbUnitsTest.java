package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbUnitsTest extends UnitsContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
