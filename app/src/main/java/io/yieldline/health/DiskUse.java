package io.yieldline.health;

import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Space;
import io.yieldline.store.Snapshots;
import io.yieldline.store.Store;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the plant that takes space on a disk.
 *
 * @param part such as the database or the backups
 * @param bytes its size
 * @param frees what frees space of it
 */
public record DiskUse(String part, long bytes, String frees) {
    /** What is smaller than a megabyte frees nothing. */
    private static final long LEAST = 1_048_576;

    /** The parts that take space, the largest first; the database only if it can be asked. */
    public static List<DiskUse> of(Plant plant, @Nullable Warehouse warehouse, InstantSource clock) {
        Home home = plant.home();
        Stream<DiskUse> parts = Stream.concat(
                Stream.concat(
                        Stream.ofNullable(database(plant, warehouse)),
                        listed(() -> backups(new Snapshots(plant, clock, PartProgress.NONE).store(), home.backups()))),
                Stream.of(
                        folder("archive", home.archive(), "move it to a larger disk; never delete from it"),
                        folder("parked", home.parked(), "the files may be deleted, their bytes are in the archive"),
                        folder("damaged", home.damaged(), "may be deleted once all works again"),
                        folder("reports", home.reports(), "old reports may be deleted"),
                        folder("logs", parent(home.serverLog()), "rotated; yieldline.log.1 to .5 may be deleted")));
        return parts.filter(part -> part.bytes >= LEAST)
                .sorted(Comparator.comparing(DiskUse::bytes).reversed())
                .toList();
    }

    /** The part and its size. */
    public String size() {
        return part + " " + Space.megabytes(bytes);
    }

    @Override
    public String toString() {
        return size() + ": " + frees;
    }

    private static @Nullable DiskUse database(Plant plant, @Nullable Warehouse warehouse) {
        String frees = "yieldline purge --keep-months N deletes old records and gives their space back";
        if (plant.settings().embedded()) {
            return new DiskUse("database", sizeOf(plant.home().database()), frees);
        }
        return warehouse == null
                ? null
                : new DiskUse("database on its server", warehouse.read(TableSizes::databaseBytes), frees);
    }

    /** Backups share their files with each other, so that only all of them have a size. */
    private static Stream<DiskUse> backups(Store store, Path earlier) {
        String expiry = "keep_daily, keep_weekly and keep_monthly in yieldline.yaml, then run: yieldline backup";
        return Stream.of(
                new DiskUse("snapshots and backups", store.bytes(), "reduce store: evenings, and backup: " + expiry),
                folder("backups of earlier versions", earlier, "reduce backup: " + expiry));
    }

    /** What cannot be listed has no size; doctor names it. */
    private static Stream<DiskUse> listed(Supplier<Stream<DiskUse>> parts) {
        try {
            return parts.get();
        } catch (UserError e) {
            return Stream.of();
        }
    }

    private static DiskUse folder(String part, Path folder, String frees) {
        return new DiskUse(part, FolderWalk.tree(folder).bytes(), frees);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
