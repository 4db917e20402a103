package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresControlTest extends ControlContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
