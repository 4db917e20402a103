package io.yieldline.mart;

import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.nio.file.Path;

/** Warehouses that are gone when they are closed. */
final class InMemory {
    private InMemory() {}

    static Warehouse open() {
        return Warehouses.openDuckDb(Path.of(":memory:"), new DuckDbLimits(256, 2));
    }
}
