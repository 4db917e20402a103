package io.yieldline.health;

import io.yieldline.mart.PlantParts;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import io.yieldline.plant.Space;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Samples of the sizes of a plant, one a day: rows of every table, bytes of home and database, free space. */
public final class Samples {
    private final PlantParts parts;

    /** For a plant that this process holds. */
    public Samples(PlantParts parts) {
        this.parts = parts;
    }

    /** Takes the sample of today, in place of an earlier one, and removes those that are too old. */
    public void take() {
        LocalDate today = parts.today();
        Warehouse warehouse = parts.warehouse();
        Map<String, Long> tables = warehouse.read(TableSizes::rows);
        long database = warehouse.read(TableSizes::databaseBytes);
        Home home = parts.plant().home();
        long used = FolderWalk.tree(home.directory()).bytes();
        long free = Space.at(home.directory()).usable();
        warehouse.noteAll(session -> {
            keep(session, today, tables);
            session.execute(
                    "insert into home_size values (?, ?, ?, ?) on conflict (day) do update set"
                            + " home_bytes = excluded.home_bytes, database_bytes = excluded.database_bytes,"
                            + " free_bytes = excluded.free_bytes",
                    today,
                    used,
                    database,
                    free);
            Retained.purge(session, today);
        });
    }

    private static void keep(Session session, LocalDate day, Map<String, Long> tables) {
        List<Object> values = new ArrayList<>();
        tables.forEach((table, rows) -> values.addAll(List.of(day, table, rows)));
        session.execute(
                "insert into table_size values " + String.join(", ", Collections.nCopies(tables.size(), "(?, ?, ?)"))
                        + " on conflict (day, table_name) do update set row_count = excluded.row_count",
                values.toArray());
    }
}
