package io.yieldline.warehouse;

class DuckDbStreamTest extends StreamContract {
    DuckDbStreamTest() {
        super(Engine.DUCKDB);
    }
}
