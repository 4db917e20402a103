package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** Rows that could be missed, on PostgreSQL. */
@Tag("engines")
class PostgresMissedRowsTest extends MissedRowsContract {
    PostgresMissedRowsTest() {
        super(Engine.POSTGRES);
    }
}
