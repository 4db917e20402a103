package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts of ingest on PostgreSQL. */
@Tag("engines")
class PostgresIngestTest {
    @Nested
    class Rows extends IngestContract {
        Rows() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Files extends ParkingContract {
        Files() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Losses extends RecoveryContract {
        Losses() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Definitions extends ChangedDefinitionsContract {
        Definitions() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Deaths extends DeathContract {
        Deaths() {
            super(Engine.POSTGRES);
        }
    }
}
