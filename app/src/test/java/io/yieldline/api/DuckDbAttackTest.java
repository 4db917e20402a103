package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbAttackTest extends AttackContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
