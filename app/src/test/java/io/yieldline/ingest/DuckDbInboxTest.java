package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;

class DuckDbInboxTest extends InboxContract {
    DuckDbInboxTest() {
        super(Engine.DUCKDB);
    }
}
