package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The real two months on both engines. */
@Tag("real")
class GoldenTest {
    @Nested
    class OnDuckDb extends GoldenContract {
        OnDuckDb() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class OnPostgres extends GoldenContract {
        OnPostgres() {
            super(Engine.POSTGRES);
        }
    }
}
