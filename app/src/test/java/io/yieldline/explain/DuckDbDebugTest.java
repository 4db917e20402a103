package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class DuckDbDebugTest extends DebugContract {
    DuckDbDebugTest() {
        super(Engine.DUCKDB);
    }
}
