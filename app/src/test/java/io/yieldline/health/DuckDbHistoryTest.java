package io.yieldline.health;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import org.junit.jupiter.api.Nested;

class DuckDbHistoryTest {
    @Nested
    class Data extends HistoryContract {
        @Override
        Warehouse warehouse() {
            return Warehouses.openInMemory();
        }
    }

    @Nested
    class Server extends ServerHistoryContract {
        @Override
        Warehouse warehouse() {
            return Warehouses.openInMemory();
        }
    }
}
