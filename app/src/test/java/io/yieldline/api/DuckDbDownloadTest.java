package io.yieldline.api;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;

class DuckDbDownloadTest {
    @Nested
    class Files extends DownloadContract {
        @Override
        Engine engine() {
            return Engine.DUCKDB;
        }
    }

    @Nested
    class Passwords extends TokenPasswordContract {
        @Override
        Engine engine() {
            return Engine.DUCKDB;
        }
    }
}
