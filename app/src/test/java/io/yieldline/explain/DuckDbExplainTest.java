package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class DuckDbExplainTest extends ExplainContract {
    DuckDbExplainTest() {
        super(Engine.DUCKDB);
    }
}
