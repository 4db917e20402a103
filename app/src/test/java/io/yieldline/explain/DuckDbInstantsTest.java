package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbInstantsTest extends InstantsContract {
    DuckDbInstantsTest() {
        super(Engine.DUCKDB);
    }
}
