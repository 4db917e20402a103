package io.yieldline.api;

class DuckDbUnitsTest extends UnitsContract {
    @Override
    String database() {
        return "duckdb";
    }
}
