package io.yieldline.health;

import io.yieldline.warehouse.Warehouse;

class DuckDbMetricsTest extends MetricsContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
