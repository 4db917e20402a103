package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;

class DuckDbIngestTest extends IngestContract {
    DuckDbIngestTest() {
        super(Engine.DUCKDB);
    }
}
