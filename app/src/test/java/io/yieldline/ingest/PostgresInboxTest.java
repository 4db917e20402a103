package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts of the inbox on PostgreSQL. */
@Tag("engines")
class PostgresInboxTest {
    @Nested
    class Whole extends InboxContract {
        Whole() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Unfinished extends UnfinishedFilesContract {
        Unfinished() {
            super(Engine.POSTGRES);
        }
    }
}
