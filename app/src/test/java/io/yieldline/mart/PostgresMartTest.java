package io.yieldline.mart;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresMartTest extends MartContract {
    @Override
    Warehouse open() {
        return Warehouse.openPostgres(TestPostgres.freshDatabase());
    }
}
