package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbProductionRulesTest extends ProductionRulesContract {
    DuckDbProductionRulesTest() {
        super(Engine.DUCKDB);
    }
}
