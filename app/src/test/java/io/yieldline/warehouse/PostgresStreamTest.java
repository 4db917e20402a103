package io.yieldline.warehouse;

class PostgresStreamTest extends StreamContract {
    PostgresStreamTest() {
        super(Engine.POSTGRES);
    }
}
