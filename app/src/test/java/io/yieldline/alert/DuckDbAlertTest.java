package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;

class DuckDbAlertTest extends AlertContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
