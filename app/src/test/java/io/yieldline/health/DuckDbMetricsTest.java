package io.yieldline.health;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbMetricsTest extends MetricsContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
