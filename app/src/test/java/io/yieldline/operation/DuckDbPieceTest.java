package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The pieces of snapshots of DuckDB. */
@Tag("engines")
class DuckDbPieceTest extends PieceContract {
    DuckDbPieceTest() {
        super(Engine.DUCKDB);
    }
}
