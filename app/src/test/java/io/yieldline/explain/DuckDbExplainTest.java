package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbExplainTest extends ExplainContract {
    DuckDbExplainTest() {
        super(Engine.DUCKDB);
    }
}
