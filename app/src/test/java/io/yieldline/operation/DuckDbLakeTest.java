package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The lake over DuckDB. */
@Tag("engines")
class DuckDbLakeTest extends LakeContract {
    DuckDbLakeTest() {
        super(Engine.DUCKDB);
    }
}
