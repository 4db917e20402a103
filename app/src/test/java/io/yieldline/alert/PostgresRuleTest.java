package io.yieldline.alert;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresRuleTest extends RuleContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
