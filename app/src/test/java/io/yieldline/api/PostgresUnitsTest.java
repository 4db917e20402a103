package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresUnitsTest extends UnitsContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
