package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresExplainTest extends ExplainContract {
    PostgresExplainTest() {
        super(Engine.POSTGRES);
    }
}
