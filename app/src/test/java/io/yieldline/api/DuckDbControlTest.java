package io.yieldline.api;

class DuckDbControlTest extends ControlContract {
    @Override
    String database() {
        return "duckdb";
    }
}
