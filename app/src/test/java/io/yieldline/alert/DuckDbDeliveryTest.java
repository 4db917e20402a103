package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;

class DuckDbDeliveryTest extends DeliveryContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
