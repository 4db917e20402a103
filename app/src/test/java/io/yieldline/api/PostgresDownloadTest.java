package io.yieldline.api;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresDownloadTest {
    @Nested
    class Files extends DownloadContract {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }

    @Nested
    class Passwords extends TokenPasswordContract {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }
}
