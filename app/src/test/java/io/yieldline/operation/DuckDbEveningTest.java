package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** Earlier evenings over DuckDB. */
@Tag("engines")
class DuckDbEveningTest extends EveningContract {
    DuckDbEveningTest() {
        super(Engine.DUCKDB);
    }
}
