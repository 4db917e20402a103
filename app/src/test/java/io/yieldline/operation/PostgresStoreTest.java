package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The store over PostgreSQL. */
@Tag("engines")
class PostgresStoreTest extends StoreContract {
    PostgresStoreTest() {
        super(Engine.POSTGRES);
    }
}
