package io.yieldline.backup;

import io.yieldline.ExitCode;
import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.store.PieceStates;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Snapshots;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The backups of a plant: snapshots that are kept, and the folders that earlier versions wrote to {@code backups/} of its home. */
public final class Backups {
    /** The name of the newest verified backup in commands. */
    public static final String LATEST = "latest";

    private final Plant plant;
    private final InstantSource clock;
    private final PartProgress progress;
    private final Snapshots snapshots;
    private final EarlierBackups earlier;

    /** The backups of a plant. */
    public Backups(Plant plant, InstantSource clock) {
        this(plant, clock, PartProgress.NONE);
    }

    /** The same; whoever waits for a backup is told which table it is at. */
    public Backups(Plant plant, InstantSource clock, PartProgress progress) {
        this(
                plant,
                clock,
                progress,
                new Snapshots(plant, clock, progress),
                new EarlierBackups(plant.home().backups()));
    }

    private Backups(
            Plant plant, InstantSource clock, PartProgress progress, Snapshots snapshots, EarlierBackups earlier) {
        this.plant = plant;
        this.clock = clock;
        this.progress = progress;
        this.snapshots = snapshots;
        this.earlier = earlier;
    }

    /**
     * The backups of this plant in another folder, such as copies on another disk.
     *
     * @throws UserError if it holds those of another plant
     */
    public Backups in(Path folder) {
        Snapshots there = snapshots.in(folder);
        String name = plant.settings().plant();
        there.store().all().stream()
                .map(snapshot -> snapshot.manifest().plant())
                .filter(other -> !other.equals(name))
                .findFirst()
                .ifPresent(other -> {
                    throw new UserError(folder + " holds backups of the plant \"" + other + "\", and this is \"" + name
                            + "\"; give each plant a folder of its own");
                });
        return new Backups(plant, clock, progress, there, new EarlierBackups(folder.resolve("backups")));
    }

    /**
     * Copies a backup of the same plant from another folder: the pieces that are missing here, each read back.
     *
     * @throws UserError if it cannot be written, or a piece of it is damaged; then it is not here
     */
    public Copied copy(Backup backup, Backups from) {
        Snapshots.Received received = snapshots.receive(from.snapshot(backup)
                .orElseThrow(() -> new UserError("backup " + backup.name() + " was taken by a version that did not"
                        + " share pieces; copy its folder, " + backup.folder())));
        return new Copied(
                snapshots.store().folder(),
                Backup.of(received.snapshot(), snapshots.verdicts()),
                received.pieces(),
                received.bytes());
    }

    /**
     * Backs up the committed data without blocking writers, and verifies the backup. The result is verified or does not exist.
     *
     * @param why reason
     * @param runId run that is about to change data and can be undone with this backup; null if none
     */
    public Backup take(Warehouse warehouse, String why, @Nullable Long runId) {
        earlier.clearUnfinished();
        return Backup.of(snapshots.keep(warehouse, why, runId), snapshots.verdicts());
    }

    /** Backs up a database before its tables are migrated from one schema number to another. */
    public Backup takeBeforeMigration(Warehouse warehouse, int schema, int supported) {
        return take(warehouse, Backup.BEFORE_MIGRATION + schema + " to " + supported, null);
    }

    /** All complete backups, newest first. */
    public List<Backup> all() {
        List<Backup> backups = new ArrayList<>(earlier.all());
        PieceStates verdicts = snapshots.verdicts();
        snapshots.store().kept().forEach(snapshot -> backups.add(Backup.of(snapshot, verdicts)));
        snapshots
                .unreadable()
                .forEach((name, at) -> backups.add(
                        Backup.unreadable(name, at, snapshots.store().folder())));
        backups.sort(Comparator.comparing(Backup::takenAt)
                .thenComparing(Backup::name)
                .reversed());
        return backups;
    }

    /** The newest verified backup, and what is wrong with newer ones. */
    public Newest newest() {
        List<Backup> all = all();
        return new Newest(
                all.stream().filter(Backup::verified).findFirst(),
                all.stream()
                        .takeWhile(backup -> !backup.verified())
                        .map(Backup::doubt)
                        .toList());
    }

    /** The backup with this name; {@link #LATEST} is the newest verified one. */
    public Backup named(String name) {
        return choose(name).backup();
    }

    /** The same, with why newer ones are passed over. */
    public Choice choose(String name) {
        if (!name.equals(LATEST)) {
            return new Choice(exactly(name), List.of());
        }
        Newest newest = newest();
        return new Choice(
                newest.verified().orElseThrow(() -> nothingToRestore(newest.passedOver())), newest.passedOver());
    }

    private Backup exactly(String name) {
        return all().stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "there is no backup " + name + " in "
                                + snapshots.store().folder() + "; see: yieldline backups"));
    }

    private UserError nothingToRestore(List<String> doubts) {
        return new UserError(
                doubts.isEmpty()
                        ? "there is no backup in " + snapshots.store().folder() + "; take one with: yieldline backup"
                        : "no backup in " + snapshots.store().folder() + " can be restored: " + doubts.get(0)
                                + "; take another one with: yieldline backup");
    }

    /** Verifies a backup and stores the result. */
    public Backup verify(Backup backup) {
        Optional<Snapshot> snapshot = snapshot(backup);
        return snapshot.isEmpty()
                ? earlier.verify(backup, now(), progress)
                : Backup.of(snapshot.get(), snapshots.verify(List.of(snapshot.get())));
    }

    /** Verifies all of them; what several share is read once. */
    public List<Backup> verifyAll() {
        snapshots.verify(snapshots.store().kept().toList());
        return all().stream()
                .map(backup -> snapshot(backup).isEmpty() ? verify(backup) : backup)
                .toList();
    }

    /** Reads those pieces back that nobody has for almost a week, so that all are within a week. */
    public void verifyInTurn() {
        snapshots.verifyInTurn();
    }

    /** Deletes expired backups and returns their names. What a later one shares with them stays. */
    public List<String> expire(BackupSettings settings) {
        List<Backup> expired = new Retention(settings, now().toLocalDate()).expired(all());
        for (Backup backup : expired) {
            snapshot(backup).ifPresentOrElse(snapshots::release, () -> earlier.remove(backup));
        }
        snapshots.tidying().all();
        return expired.stream().map(Backup::name).toList();
    }

    /**
     * A copy of a backup, verified.
     *
     * @param folder where it is
     * @param backup the copy
     * @param pieces number of pieces that were missing there
     * @param bytes their size
     */
    public record Copied(Path folder, Backup backup, int pieces, long bytes) {}

    private Optional<Snapshot> snapshot(Backup backup) {
        return snapshots.store().named(backup.name());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone()).withNano(0);
    }

    /**
     * The newest backup that can be restored.
     *
     * @param verified empty if there is none
     * @param passedOver what is wrong with newer ones, each in one line
     */
    public record Newest(Optional<Backup> verified, List<String> passedOver) {}

    /**
     * A backup to restore.
     *
     * @param passedOver why newer ones are not restored instead, each in one line
     */
    public record Choice(Backup backup, List<String> passedOver) {}
}
