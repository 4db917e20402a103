package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresExplainTest {
    @Nested
    class Marts extends ExplainContract {
        Marts() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Views extends ExplainViewContract {
        Views() {
            super(Engine.POSTGRES);
        }
    }
}
