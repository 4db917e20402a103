package io.yieldline.quality;

import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class DuckDbExportErrorTest extends ExportErrorContract {
    @Override
    Warehouse warehouse() {
        return Warehouses.openInMemory();
    }
}
