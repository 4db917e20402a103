package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbDeliveryTest extends DeliveryContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
