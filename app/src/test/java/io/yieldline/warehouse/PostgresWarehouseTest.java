package io.yieldline.warehouse;

import org.junit.jupiter.api.Nested;

/** The contracts of a warehouse on PostgreSQL. */
class PostgresWarehouseTest {
    @Nested
    class Transactions extends WarehouseContract {
        Transactions() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Notes extends NotesContract {
        Notes() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Traps extends DriverTrapsContract {
        Traps() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Bulk extends BulkLoadContract {
        Bulk() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Tables extends SchemaContract {
        Tables() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Compactions extends CompactionContract {
        Compactions() {
            super(Engine.POSTGRES);
        }
    }
}
