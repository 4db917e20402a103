package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import org.junit.jupiter.api.Nested;

class DuckDbRuleTest {
    @Nested
    class Runs extends RuleContract {
        @Override
        Warehouse warehouse() {
            return Warehouses.openInMemory();
        }
    }

    @Nested
    class Yields extends YieldRuleContract {
        @Override
        Warehouse warehouse() {
            return Warehouses.openInMemory();
        }
    }
}
