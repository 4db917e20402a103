package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class PostgresDebugTest extends DebugContract {
    PostgresDebugTest() {
        super(Engine.POSTGRES);
    }
}
