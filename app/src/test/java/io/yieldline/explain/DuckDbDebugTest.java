package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;

class DuckDbDebugTest {
    @Nested
    class Looks extends DebugContract {
        Looks() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Collisions extends DedupContract {
        Collisions() {
            super(Engine.DUCKDB);
        }
    }
}
