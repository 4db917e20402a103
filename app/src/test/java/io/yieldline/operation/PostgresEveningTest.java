package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** Earlier evenings over PostgreSQL. */
@Tag("engines")
class PostgresEveningTest extends EveningContract {
    PostgresEveningTest() {
        super(Engine.POSTGRES);
    }
}
