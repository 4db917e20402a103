package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresInsightTest extends InsightContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
