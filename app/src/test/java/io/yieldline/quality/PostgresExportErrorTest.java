package io.yieldline.quality;

import io.yieldline.warehouse.TestPostgres;
import io.yieldline.warehouse.Warehouse;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresExportErrorTest extends ExportErrorContract {
    @Override
    Warehouse warehouse() {
        return TestPostgres.open();
    }
}
