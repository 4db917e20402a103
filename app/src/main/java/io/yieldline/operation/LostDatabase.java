package io.yieldline.operation;

import io.yieldline.backup.Backups;
import io.yieldline.backup.Restore;
import io.yieldline.health.DamagedFiles;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/** Handles an embedded database that is missing or unreadable. */
final class LostDatabase {
    private LostDatabase() {}

    /** Moves an unreadable database away, which keeps it for analysis; returns whether a new one is needed. */
    static boolean moveDamagedAway(Plant plant, DuckDbLimits limits, InstantSource clock, Consumer<String> note) {
        Path file = plant.home().database();
        try (PlantLock lock = PlantLock.take(plant.home())) {
            if (!Files.exists(file)) {
                return true;
            }
            if (Warehouse.sound(file, limits)) {
                return false;
            }
            LocalDateTime now =
                    LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
            Path aside = DamagedFiles.database(plant.home(), now);
            note.accept("the database cannot be read; it was moved to " + aside);
            return true;
        }
    }

    /** Restores the run log and similar tables from the newest verified backup, before the next run is logged. */
    static void restoreRunLog(PlantParts parts) {
        new Backups(parts.plant(), parts.clock())
                .newestVerified()
                .map(backup -> new Restore(parts.warehouse(), parts.marts(), backup, parts.receipts(), () -> {}))
                .ifPresent(Restore::journals);
    }
}
