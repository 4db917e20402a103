package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;

/** The contracts of the inbox on DuckDB. */
class DuckDbInboxTest {
    @Nested
    class Whole extends InboxContract {
        Whole() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Unfinished extends UnfinishedFilesContract {
        Unfinished() {
            super(Engine.DUCKDB);
        }
    }
}
