package io.yieldline.mart;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresMartTest {
    @Nested
    class EachMart extends MartContract {
        @Override
        Warehouse open() {
            return TestPostgres.open();
        }
    }

    @Nested
    class Refresh extends RefreshContract {
        @Override
        Warehouse open() {
            return TestPostgres.open();
        }
    }

    @Nested
    class EachView extends ViewContract {
        @Override
        Warehouse open() {
            return TestPostgres.open();
        }
    }

    @Nested
    class OwnMart extends OwnMartContract {
        @Override
        Warehouse open() {
            return Warehouses.openPostgres(TestPostgres.freshDatabase());
        }
    }
}
