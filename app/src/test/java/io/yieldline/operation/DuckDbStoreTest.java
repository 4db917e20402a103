package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The store over DuckDB. */
@Tag("engines")
class DuckDbStoreTest extends StoreContract {
    DuckDbStoreTest() {
        super(Engine.DUCKDB);
    }
}
