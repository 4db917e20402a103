package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbTimesTest extends TimesContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
