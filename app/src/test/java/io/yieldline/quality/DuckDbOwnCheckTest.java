package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;

class DuckDbOwnCheckTest extends OwnCheckContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
    }
}
