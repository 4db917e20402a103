package io.yieldline.explain;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresInstantsTest extends InstantsContract {
    PostgresInstantsTest() {
        super(Engine.POSTGRES);
    }
}
