package io.yieldline.api;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresDownloadTest extends DownloadContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
