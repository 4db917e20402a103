package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbInsightTest extends InsightContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
