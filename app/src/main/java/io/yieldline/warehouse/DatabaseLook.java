package io.yieldline.warehouse;

import io.yieldline.PartProgress;
import io.yieldline.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a DuckDB file holds, as far as it can be read.
 *
 * @param rows the number of rows of each table that can be read to its last row
 * @param damage why the file cannot be used; null if it opens, has the tables of a plant, all of whose rows can be read, and takes a transaction
 */
public record DatabaseLook(Map<String, Long> rows, @Nullable DatabaseFault damage) {
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name";

    /**
     * Reads a file to its last row. Throws what prevents the look but is no damage: the file is in use by another program or is
     * from a newer version, the disk is full, there is too little memory.
     */
    public static DatabaseLook at(Path file, DuckDbLimits limits, PartProgress progress) {
        Map<String, Long> rows = new TreeMap<>();
        try (Warehouse warehouse = new DuckDbWarehouse(file, limits)) {
            return new DatabaseLook(rows, damage(warehouse, rows, progress));
        }
    }

    /** The damage of an open database, if any; of PostgreSQL, too, which reports it as any other error. */
    public static @Nullable DatabaseFault damage(Warehouse warehouse, PartProgress progress) {
        return damage(warehouse, new TreeMap<>(), progress);
    }

    private static @Nullable DatabaseFault damage(Warehouse warehouse, Map<String, Long> rows, PartProgress progress) {
        DatabaseFault damage = attempt(
                warehouse,
                () -> warehouse.read(session -> session.texts(TABLES)).forEach(table -> rows.put(table, -1L)));
        List<String> tables = List.copyOf(rows.keySet());
        for (String table : tables) {
            progress.begins("read " + table, tables.indexOf(table) + 1, tables.size());
            DatabaseFault unreadable = attempt(warehouse, () -> rows.put(table, readWhole(warehouse, table)));
            damage = damage == null ? unreadable : damage;
        }
        rows.values().removeIf(count -> count < 0);
        return damage == null ? attempt(warehouse, warehouse::probe) : damage;
    }

    /** Converts every row to text, which reads every column: a damaged block can remain unnoticed for years. */
    private static long readWhole(Warehouse warehouse, String table) {
        return warehouse.read(session -> session.first(
                        "select count(*), sum(length(cast(t as varchar))) from \"" + table + "\" t",
                        row -> row.getLong(1))
                .orElseThrow());
    }

    private static @Nullable DatabaseFault attempt(Warehouse warehouse, Runnable work) {
        try {
            work.run();
            return null;
        } catch (DatabaseFault fault) {
            if (fault.damage()) {
                return fault;
            }
            throw fault;
        } catch (UserError | WarehouseException e) {
            if (warehouse.engine() != Engine.DUCKDB) {
                throw e;
            }
            return DatabaseFault.damaged(
                    warehouse.location(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
