package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresAttackTest extends AttackContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
