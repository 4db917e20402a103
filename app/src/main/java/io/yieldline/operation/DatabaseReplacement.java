package io.yieldline.operation;

import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.backup.Backups;
import io.yieldline.health.DamagedFiles;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import io.yieldline.warehouse.DatabaseFault;
import io.yieldline.warehouse.DatabaseLook;
import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A new embedded database in place of one that is missing or damaged. The damaged file is kept in {@code damaged/} of the home; what
 * only the database knew, such as users and runs, comes from the newest backup that can be read. A file in the home marks that it is
 * under way, so that a half-filled database is never taken for the plant's.
 */
public final class DatabaseReplacement {
    private final Plant plant;
    private final InstantSource clock;
    private final Map<String, Long> rows;
    private final DatabaseFault damage;

    private DatabaseReplacement(Plant plant, InstantSource clock, Map<String, Long> rows, DatabaseFault damage) {
        this.plant = plant;
        this.clock = clock;
        this.rows = rows;
        this.damage = damage;
    }

    /** Looks at the database of a plant that no process has open; empty if it can be used, and for PostgreSQL. */
    public static Optional<DatabaseReplacement> due(Plant plant, InstantSource clock, PartProgress progress) {
        if (!plant.settings().embedded()) {
            return Optional.empty();
        }
        try (PlantLock held = PlantLock.take(plant.home())) {
            Path file = plant.home().database();
            if (unfinished(plant) || lost(plant, clock)) {
                DatabaseFault missing = DatabaseFault.missing(file.toString());
                return Optional.of(new DatabaseReplacement(plant, clock, Map.of(), missing));
            }
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            DatabaseLook look = DatabaseLook.at(file, OpenPlant.limits(plant), progress);
            return Optional.ofNullable(look.damage())
                    .map(damage -> new DatabaseReplacement(plant, clock, look.rows(), damage));
        }
    }

    /** The same after a failure of work on the open database: some damage shows only then. */
    public static Optional<DatabaseReplacement> after(RuntimeException failure, Plant plant, InstantSource clock) {
        boolean ofDatabase = failure instanceof WarehouseException || failure instanceof DatabaseFault;
        if (!ofDatabase || !plant.settings().embedded()) {
            return Optional.empty();
        }
        Optional<DatabaseReplacement> due = due(plant, clock, PartProgress.NONE);
        return due.isEmpty() && failure instanceof DatabaseFault fault && fault.damage()
                ? Optional.of(new DatabaseReplacement(plant, clock, Map.of(), fault))
                : due;
    }

    /** Refuses to take a half-filled database for the plant's. */
    static void refuseUnfinished(Plant plant) {
        if (plant.settings().embedded() && unfinished(plant)) {
            throw new UserError("the replacement of a damaged database in "
                    + plant.home().directory() + " was interrupted; to complete it, run: yieldline recover");
        }
    }

    /** The number of rows of each table that can be read. */
    public Map<String, Long> rows() {
        return rows;
    }

    /** The damage of the database. */
    public DatabaseFault damage() {
        return damage;
    }

    /**
     * Moves the damaged file away, fills a new database from the newest backup that can be read, and opens the plant.
     *
     * @param data whether data from exports comes from the backup, too, and not only what is about the program and its users
     * @param note is told what was moved, what came back, and what is lost
     * @param progress is told each table
     */
    public OpenPlant make(boolean data, Consumer<String> note, PartProgress progress) {
        if (damage.kind() == DatabaseFault.Kind.DAMAGED_LOG && usableWithoutLog(note)) {
            return OpenPlant.open(plant, clock);
        }
        begin();
        moveAway(note);
        try (OpenPlant fresh = OpenPlant.half(plant, clock)) {
            BackupFill.of(fresh, rows, progress).fill(data).forEach(note);
        }
        end();
        return OpenPlant.open(plant, clock);
    }

    private boolean usableWithoutLog(Consumer<String> note) {
        try (PlantLock held = PlantLock.take(plant.home())) {
            note.accept("the write-ahead log of the database cannot be read; it was moved to "
                    + DamagedFiles.log(plant.home(), now()));
        }
        return due(plant, clock, PartProgress.NONE).isEmpty();
    }

    private void moveAway(Consumer<String> note) {
        try (PlantLock held = PlantLock.take(plant.home())) {
            if (Files.exists(plant.home().database())) {
                Path aside = DamagedFiles.database(plant.home(), now());
                note.accept("the database cannot be read; it was moved to " + aside);
            }
        }
    }

    private static boolean unfinished(Plant plant) {
        return Files.exists(plant.home().replacing());
    }

    /** A plant that has something to restore had a database. */
    private static boolean lost(Plant plant, InstantSource clock) {
        return !Files.exists(plant.home().database())
                && !new Backups(plant, clock).all().isEmpty();
    }

    private void begin() {
        try {
            Files.createDirectories(plant.home().data());
            DurableFile.replace(plant.home().replacing(), new byte[0]);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void end() {
        try {
            Files.deleteIfExists(plant.home().replacing());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError(plant.home().data() + ": cannot be written (" + FileFault.reason(e)
                + "); give the user of this program write access, free some space, then run the command again");
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
    }
}
