package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresInboxTest extends InboxContract {
    PostgresInboxTest() {
        super(Engine.POSTGRES);
    }
}
