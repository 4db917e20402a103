package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresDebugTest extends DebugContract {
    PostgresDebugTest() {
        super(Engine.POSTGRES);
    }
}
