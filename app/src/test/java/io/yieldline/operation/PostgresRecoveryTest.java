package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;

/** The contracts of backups and of what takes data away. */
class PostgresRecoveryTest {
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
            return "alter table workstation_master_log drop constraint workstation_master_log_pkey";
        }
    }
}
