package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The contract of versions on DuckDB. */
@Tag("engines")
class DuckDbVersionTest extends VersionContract {
    DuckDbVersionTest() {
        super(Engine.DUCKDB);
    }
}
