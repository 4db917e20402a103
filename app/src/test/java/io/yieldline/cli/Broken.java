package io.yieldline.cli;

import io.yieldline.plant.Home;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes a plant behind its back. */
final class Broken {
    private Broken() {}

    static void sql(Path home, String statement) {
        try (Warehouse warehouse = Warehouses.openDuckDb(new Home(home).database(), DuckDbLimits.DEFAULT)) {
            warehouse.writeAll(session -> session.execute(statement));
        }
    }

    /** Flips a bit in the rows of a new table that has blocks of its own: the file opens, and only who reads this table notices. */
    static void table(Path home) throws IOException {
        Path file = new Home(home).database();
        sql(home, "create table padding as select md5(cast(range as varchar)) as t from range(100000)");
        long block;
        try (Warehouse warehouse = Warehouses.openDuckDb(file, DuckDbLimits.DEFAULT)) {
            block = warehouse.read(
                    session -> session.number("select max(block_id) from pragma_storage_info('padding')"));
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (3 * 4096 + block * 262_144 + 100)] ^= 1;
        Files.write(file, bytes);
    }
}
