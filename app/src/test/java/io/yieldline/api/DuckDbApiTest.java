package io.yieldline.api;

class DuckDbApiTest extends ApiContract {
    @Override
    String database() {
        return "duckdb";
    }
}
