package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The contract of what somebody changes behind the plant's back. */
@Tag("engines")
class DuckDbHandChangesTest extends HandChangesContract {
    DuckDbHandChangesTest() {
        super(Engine.DUCKDB);
    }
}
