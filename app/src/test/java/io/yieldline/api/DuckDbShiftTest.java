package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbShiftTest extends ShiftContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
