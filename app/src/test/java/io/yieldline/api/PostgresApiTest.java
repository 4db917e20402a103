package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresApiTest extends ApiContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
