package io.yieldline.api;

import io.yieldline.warehouse.Engine;

class DuckDbDownloadTest extends DownloadContract {
    @Override
    Engine engine() {
        return Engine.DUCKDB;
    }
}
