package io.yieldline.quality;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;

class PostgresCheckTest extends CheckContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }

    @Override
    String dropKey() {
        return "alter table workstation_master_log drop constraint workstation_master_log_pkey";
    }

    @Override
    String dropColumn(String table, String column) {
        return "alter table " + table + " drop column " + column + " cascade";
    }
}
