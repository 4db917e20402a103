package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresProductionRulesTest extends ProductionRulesContract {
    PostgresProductionRulesTest() {
        super(Engine.POSTGRES);
    }
}
