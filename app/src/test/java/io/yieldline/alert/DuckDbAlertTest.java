package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbAlertTest extends AlertContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
