package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;

class DuckDbCheckTest extends CheckContract {
    @Override
    Warehouse warehouse() {
        return Warehouse.openInMemory();
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
