package io.yieldline.api.subscription;

import io.yieldline.warehouse.Engine;

class DuckDbSubscriptionTest extends SubscriptionContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
