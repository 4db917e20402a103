package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresShiftTest extends ShiftContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
