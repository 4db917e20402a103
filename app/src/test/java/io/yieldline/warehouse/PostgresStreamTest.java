package io.yieldline.warehouse;

import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresStreamTest extends StreamContract {
    PostgresStreamTest() {
        super(Engine.POSTGRES);
    }
}
