package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;

class DuckDbRuleTest extends RuleContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
