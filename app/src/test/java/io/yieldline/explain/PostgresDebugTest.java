package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresDebugTest {
    @Nested
    class Looks extends DebugContract {
        Looks() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Collisions extends DedupContract {
        Collisions() {
            super(Engine.POSTGRES);
        }
    }
}
