package io.yieldline.alert;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;
import org.junit.jupiter.api.Nested;

class PostgresRuleTest {
    @Nested
    class Runs extends RuleContract {
        @Override
        Warehouse warehouse() {
            return TestPostgres.open();
        }
    }

    @Nested
    class Yields extends YieldRuleContract {
        @Override
        Warehouse warehouse() {
            return TestPostgres.open();
        }
    }
}
