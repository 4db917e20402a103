package io.yieldline.mart;

import io.yieldline.warehouse.Warehouse;

class DuckDbMartTest extends MartContract {
    @Override
    Warehouse open() {
        return InMemory.open();
    }
}
