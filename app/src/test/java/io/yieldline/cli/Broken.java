package io.yieldline.cli;

import io.yieldline.plant.Home;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;

/** Changes a plant behind its back. */
final class Broken {
    private Broken() {}

    static void sql(Path home, String statement) {
        try (Warehouse warehouse = Warehouse.openDuckDb(new Home(home).database(), DuckDbLimits.DEFAULT)) {
            warehouse.writeAll(session -> session.execute(statement));
        }
    }
}
