package io.yieldline.mart;

import io.yieldline.warehouse.Warehouse;
import org.junit.jupiter.api.Nested;

class DuckDbMartTest {
    @Nested
    class EachMart extends MartContract {
        @Override
        Warehouse open() {
            return InMemory.open();
        }
    }

    @Nested
    class Refresh extends RefreshContract {
        @Override
        Warehouse open() {
            return InMemory.open();
        }
    }

    @Nested
    class EachView extends ViewContract {
        @Override
        Warehouse open() {
            return InMemory.open();
        }
    }

    @Nested
    class OwnMart extends OwnMartContract {
        @Override
        Warehouse open() {
            return InMemory.open();
        }
    }
}
