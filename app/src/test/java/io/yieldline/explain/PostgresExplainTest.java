package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class PostgresExplainTest extends ExplainContract {
    PostgresExplainTest() {
        super(Engine.POSTGRES);
    }
}
