package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class PostgresInstantsTest extends InstantsContract {
    PostgresInstantsTest() {
        super(Engine.POSTGRES);
    }
}
