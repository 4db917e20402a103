package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;

class PostgresInboxTest extends InboxContract {
    PostgresInboxTest() {
        super(Engine.POSTGRES);
    }
}
