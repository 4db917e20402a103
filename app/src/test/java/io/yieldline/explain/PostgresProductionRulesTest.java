package io.yieldline.explain;

import io.yieldline.warehouse.Engine;

class PostgresProductionRulesTest extends ProductionRulesContract {
    PostgresProductionRulesTest() {
        super(Engine.POSTGRES);
    }
}
