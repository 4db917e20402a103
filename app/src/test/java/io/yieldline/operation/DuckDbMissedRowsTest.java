package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** Rows that could be missed, on DuckDB. */
@Tag("engines")
class DuckDbMissedRowsTest extends MissedRowsContract {
    DuckDbMissedRowsTest() {
        super(Engine.DUCKDB);
    }
}
