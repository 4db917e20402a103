package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbExplainTest {
    @Nested
    class Marts extends ExplainContract {
        Marts() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Views extends ExplainViewContract {
        Views() {
            super(Engine.DUCKDB);
        }
    }
}
