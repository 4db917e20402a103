package io.yieldline.api.subscription;

import io.yieldline.warehouse.Engine;

class PostgresSubscriptionTest extends SubscriptionContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
