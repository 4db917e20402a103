package io.yieldline.warehouse;

import java.nio.file.Path;

/** Opens databases, with the tables of this version. */
public final class Warehouses {
    private Warehouses() {}

    /** Loads DuckDB's driver with its native library in the background, which takes a tenth of a second. */
    public static void preload() {
        Thread thread = new Thread(DuckDbWarehouse::loadLibrary, "yieldline-preload");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens the DuckDB file of a plant, creating it if missing, and migrates its tables. */
    public static Warehouse openDuckDb(Path file, DuckDbLimits limits) {
        return openDuckDb(file, limits, BeforeMigration.NOTHING);
    }

    /** The same, with something to do or to refuse before the tables are migrated. */
    public static Warehouse openDuckDb(Path file, DuckDbLimits limits, BeforeMigration before) {
        return migrated(new DuckDbWarehouse(file, limits), before);
    }

    /** Opens an empty in-memory DuckDB database. */
    public static Warehouse openInMemory() {
        return openDuckDb(Path.of(DuckDbWarehouse.IN_MEMORY), DuckDbLimits.DEFAULT);
    }

    /** Opens a PostgreSQL database by its JDBC URL, and migrates schema and tables. */
    public static Warehouse openPostgres(String address) {
        return openPostgres(address, BeforeMigration.NOTHING);
    }

    /** The same, with something to do or to refuse before the tables are migrated. */
    public static Warehouse openPostgres(String address, BeforeMigration before) {
        return migrated(new PostgresWarehouse(address), before);
    }

    private static Warehouse migrated(Warehouse warehouse, BeforeMigration before) {
        try {
            Migrations.builtIn().apply(warehouse, before);
            return warehouse;
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }
}
