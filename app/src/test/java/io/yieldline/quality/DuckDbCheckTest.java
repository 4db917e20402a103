package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;

class DuckDbCheckTest extends CheckContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }

    @Override
    String dropKey() {
        return "select 'no key here'";
    }

    @Override
    String dropColumn(String table, String column) {
        return "alter table " + table + " drop column " + column;
    }
}
