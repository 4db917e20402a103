package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class PostgresDownloadTest extends DownloadContract {
    @Override
    Engine engine() {
        return Engine.POSTGRES;
    }
}
