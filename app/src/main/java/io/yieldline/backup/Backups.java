package io.yieldline.backup;

import io.yieldline.ExitCode;
import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The backups of a plant: one folder each in {@code backups/} of its home. */
public final class Backups {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** One at a time, because each backup first deletes incomplete ones. */
    private static final ReentrantLock TAKING = new ReentrantLock();

    private final Plant plant;
    private final InstantSource clock;
    private final PartProgress progress;
    private final Path directory;

    /** The backups of a plant. */
    public Backups(Plant plant, InstantSource clock) {
        this(plant, clock, PartProgress.NONE);
    }

    /** The same; whoever waits for a backup is told which table it is at. */
    public Backups(Plant plant, InstantSource clock, PartProgress progress) {
        this.plant = plant;
        this.clock = clock;
        this.progress = progress;
        this.directory = plant.home().backups();
    }

    /**
     * Backs up the committed data without blocking writers, and verifies the backup. The result is verified or does not exist.
     *
     * @param why reason
     * @param runId run that is about to change data and can be undone with this backup; null if none
     */
    public Backup take(Warehouse warehouse, String why, @Nullable Long runId) {
        TAKING.lock();
        try {
            clearUnfinished();
            LocalDateTime now = now();
            long schema = warehouse.read(session -> session.number("select count(*) from schema_migration"));
            return new BackupWriter(warehouse, directory, free(NAME.format(now)), progress)
                    .write(new Manifest(
                            now,
                            plant.settings().plant(),
                            warehouse.engine().label(),
                            schema,
                            why,
                            runId,
                            List.of(),
                            null,
                            null));
        } finally {
            TAKING.unlock();
        }
    }

    /** Backs up a database before its tables are migrated from one schema number to another. */
    public Backup takeBeforeMigration(Warehouse warehouse, int schema, int supported) {
        return take(warehouse, Manifest.BEFORE_MIGRATION + schema + " to " + supported, null);
    }

    /** All complete backups, newest first. */
    public List<Backup> all() {
        List<Backup> backups = new ArrayList<>();
        for (Path folder : Disk.folders(directory)) {
            stamp(folder)
                    .ifPresent(at ->
                            backups.add(new Backup(folder, Manifest.in(folder).orElseGet(() -> unreadable(at)))));
        }
        backups.sort(Comparator.comparing(Backup::takenAt)
                .thenComparing(Backup::name)
                .reversed());
        return backups;
    }

    /** The newest verified backup. */
    public Optional<Backup> newestVerified() {
        return all().stream().filter(Backup::verified).findFirst();
    }

    /** The backup with this name; {@code latest} is the newest verified one. */
    public Backup named(String name) {
        if (name.equals("latest")) {
            return newestVerified()
                    .orElseThrow(() -> new UserError(
                            "there is no verified backup in " + directory + "; take one with: yieldline backup"));
        }
        return all().stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "there is no backup " + name + " in " + directory + "; see: yieldline backups"));
    }

    /** Verifies a backup and stores the result. */
    public Backup verify(Backup backup) {
        Optional<String> damage = backup.manifest().tables().isEmpty()
                ? Optional.of("its manifest cannot be read")
                : Verification.compare(backup, progress);
        Manifest judged = damage.map(what -> backup.manifest().damaged(what))
                .orElseGet(() -> backup.manifest().verified(now()));
        try {
            if (!judged.tables().isEmpty()) {
                judged.write(backup.folder());
            }
        } catch (IOException e) {
            throw new UserError("cannot write to " + backup.folder() + ": " + e.getMessage());
        }
        return backup.with(judged);
    }

    /** Deletes expired backups and returns their names. A partially deleted folder is no backup. */
    public List<String> expire(BackupSettings settings) {
        List<Backup> expired = new Retention(settings, now().toLocalDate()).expired(all());
        try {
            for (Backup backup : expired) {
                Path going = backup.folder().resolveSibling(backup.name() + BackupWriter.PARTIAL);
                Files.move(backup.folder(), going);
                Disk.delete(going);
            }
        } catch (IOException e) {
            throw new UserError("cannot remove old backups in " + directory + ": " + e.getMessage());
        }
        return expired.stream().map(Backup::name).toList();
    }

    private void clearUnfinished() {
        try {
            for (Path folder : Disk.folders(directory)) {
                if (folder.getFileName().toString().endsWith(BackupWriter.PARTIAL)) {
                    Disk.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UserError("cannot clear an unfinished backup in " + directory + ": " + e.getMessage());
        }
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; Files.exists(directory.resolve(name)); i++) {
            name = String.format(Locale.ROOT, "%s-%02d", wanted, i);
        }
        return name;
    }

    /** The time in the name of a backup; empty for other folders. */
    private static Optional<LocalDateTime> stamp(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return name.matches("\\d{8}-\\d{6}(-\\d+)?")
                    ? Optional.of(LocalDateTime.parse(name.substring(0, 15), NAME))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Manifest unreadable(LocalDateTime at) {
        return new Manifest(
                at, plant.settings().plant(), "", 0, "", null, List.of(), null, "its manifest cannot be read");
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone()).withNano(0);
    }
}
