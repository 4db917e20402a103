package io.yieldline.health;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;
import org.junit.jupiter.api.Nested;

class PostgresHistoryTest {
    @Nested
    class Data extends HistoryContract {
        @Override
        Warehouse warehouse() {
            return TestPostgres.open();
        }
    }

    @Nested
    class Server extends ServerHistoryContract {
        @Override
        Warehouse warehouse() {
            return TestPostgres.open();
        }
    }
}
