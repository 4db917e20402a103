package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The contract of versions on PostgreSQL. */
@Tag("engines")
class PostgresVersionTest extends VersionContract {
    PostgresVersionTest() {
        super(Engine.POSTGRES);
    }
}
