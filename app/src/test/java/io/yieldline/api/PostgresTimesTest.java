package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresTimesTest extends TimesContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
