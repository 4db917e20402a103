package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class DuckDbInstantsTest extends InstantsContract {
    DuckDbInstantsTest() {
        super(Engine.DUCKDB);
    }
}
