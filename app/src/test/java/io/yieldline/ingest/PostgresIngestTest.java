package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;

class PostgresIngestTest extends IngestContract {
    PostgresIngestTest() {
        super(Engine.POSTGRES);
    }
}
