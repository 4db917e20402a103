package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbRuleTest extends RuleContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
