package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The lake over PostgreSQL. */
@Tag("engines")
class PostgresLakeTest extends LakeContract {
    PostgresLakeTest() {
        super(Engine.POSTGRES);
    }
}
