package io.yieldline.api;

class DuckDbRecordsTest extends RecordsContract {
    @Override
    String database() {
        return "duckdb";
    }
}
