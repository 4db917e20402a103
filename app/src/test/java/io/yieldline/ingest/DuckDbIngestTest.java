package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;

/** The contracts of ingest on DuckDB. */
class DuckDbIngestTest {
    @Nested
    class Rows extends IngestContract {
        Rows() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Files extends ParkingContract {
        Files() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Losses extends RecoveryContract {
        Losses() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Definitions extends ChangedDefinitionsContract {
        Definitions() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Deaths extends DeathContract {
        Deaths() {
            super(Engine.DUCKDB);
        }
    }
}
