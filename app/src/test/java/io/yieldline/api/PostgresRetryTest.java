package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresRetryTest extends RetryContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
