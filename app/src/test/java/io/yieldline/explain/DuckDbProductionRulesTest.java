package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class DuckDbProductionRulesTest extends ProductionRulesContract {
    DuckDbProductionRulesTest() {
        super(Engine.DUCKDB);
    }
}
