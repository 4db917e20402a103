package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts of backups and of what takes data away. */
@Tag("engines")
class DuckDbRecoveryTest {
    private static final String DROP_KEY = "select 'no key here'";

    @Nested
    class Copies extends BackupContract {
        Copies() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Changes extends ChangeContract {
        Changes() {
            super(Engine.DUCKDB);
        }

        @Override
        String dropKey() {
            return DROP_KEY;
        }
    }

    @Nested
    class ByHand extends HandChangesContract {
        ByHand() {
            super(Engine.DUCKDB);
        }

        @Override
        String dropKey() {
            return DROP_KEY;
        }

        @Override
        String dropColumn(String table, String column) {
            return "alter table " + table + " drop column " + column;
        }
    }
}
