package io.yieldline.api;

class DuckDbRetryTest extends RetryContract {
    @Override
    String database() {
        return "duckdb";
    }
}
