package io.yieldline.warehouse;

import org.junit.jupiter.api.Nested;

/** The contracts of a warehouse on DuckDB. */
class DuckDbWarehouseTest {
    @Nested
    class Transactions extends WarehouseContract {
        Transactions() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Traps extends DriverTrapsContract {
        Traps() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Bulk extends BulkLoadContract {
        Bulk() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Tables extends SchemaContract {
        Tables() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Compactions extends CompactionContract {
        Compactions() {
            super(Engine.DUCKDB);
        }
    }
}
