package io.yieldline.api;

class DuckDbTimesTest extends TimesContract {
    @Override
    String database() {
        return "duckdb";
    }
}
