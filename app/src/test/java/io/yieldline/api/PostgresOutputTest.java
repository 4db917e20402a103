package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresOutputTest extends OutputContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
