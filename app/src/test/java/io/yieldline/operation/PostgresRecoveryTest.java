package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts of backups and of what takes data away. */
@Tag("engines")
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
    }
}
