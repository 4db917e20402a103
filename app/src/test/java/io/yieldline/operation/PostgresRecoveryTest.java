package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts of backups and of what takes data away. */
@Tag("engines")
class PostgresRecoveryTest {
    private static final String DROP_KEY =
            "alter table workstation_master_log drop constraint workstation_master_log_pkey";

    @Nested
    class Copies extends BackupContract {
        Copies() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Changes extends ChangeContract {
        Changes() {
            super(Engine.POSTGRES);
        }

        @Override
        String dropKey() {
            return DROP_KEY;
        }
    }

    @Nested
    class ByHand extends HandChangesContract {
        ByHand() {
            super(Engine.POSTGRES);
        }

        @Override
        String dropKey() {
            return DROP_KEY;
        }

        @Override
        String dropColumn(String table, String column) {
            return "alter table " + table + " drop column " + column + " cascade";
        }
    }
}
