package io.yieldline.store;

import io.yieldline.PartProgress;
import io.yieldline.Program;
import io.yieldline.UserError;
import io.yieldline.mart.Marts;
import io.yieldline.plant.MomentName;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The snapshots of a plant: taken, kept as backups, verified. */
public final class Snapshots {
    /** Pieces that nobody has read back for so long are due. */
    private static final Duration TURN = Duration.ofDays(6);

    private final Plant plant;
    private final Supplier<Marts> marts;
    private final StoreSettings settings;
    private final InstantSource clock;
    private final PartProgress progress;
    private final Store store;

    /** Those of a plant; whoever waits is told which table is at work. */
    public Snapshots(Plant plant, InstantSource clock, PartProgress progress) {
        this(plant, () -> Marts.of(plant.home()), clock, progress);
    }

    /** The same for whoever has the marts of the plant already. */
    public Snapshots(Plant plant, Supplier<Marts> marts, InstantSource clock, PartProgress progress) {
        this(plant, marts, StoreSettings.of(plant), clock, progress);
    }

    private Snapshots(
            Plant plant, Supplier<Marts> marts, StoreSettings settings, InstantSource clock, PartProgress progress) {
        this.plant = plant;
        this.marts = marts;
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.store = new Store(settings.folder());
    }

    /** The snapshots of the same plant in another folder, such as copies on another disk. */
    public Snapshots in(Path folder) {
        return new Snapshots(plant, marts, settings.in(folder), clock, progress);
    }

    /** Where they are. */
    public Store store() {
        return store;
    }

    /** The settings of the store. */
    public StoreSettings settings() {
        return settings;
    }

    /**
     * Takes a snapshot of every table that is kept as a backup, without blocking writers.
     *
     * @param why the reason
     * @param runId the run that is about to change data and can be undone with it; null if none
     * @throws UserError if it cannot be written, or is not as the database; then there is none
     */
    public Snapshot keep(Warehouse warehouse, String why, @Nullable Long runId) {
        return alone(() -> take(warehouse, why, runId));
    }

    /**
     * Takes a snapshot of what others may see: the tables that exports, marts and rules fill. Without a change since the newest one,
     * that one is it.
     */
    public Snapshot publish(Warehouse warehouse) {
        return alone(() -> take(warehouse, null, null));
    }

    private Snapshot take(Warehouse warehouse, @Nullable String why, @Nullable Long runId) throws IOException {
        LocalDateTime now = now();
        long schema = warehouse.read(session -> session.number("select count(*) from schema_migration"));
        Divisions divisions = new Divisions(marts.get());
        Optional<Snapshot> base = base(warehouse, schema);
        PieceStates states = PieceStates.of(store);
        KnownPieces known =
                new KnownPieces(base.orElse(null), store.kept().findFirst().orElse(null), states::usable);
        SnapshotWriter.Written written = new SnapshotWriter(warehouse, store, divisions, progress)
                .write(known, why == null ? divisions::published : table -> true);
        if (!written.pieces().isEmpty()) {
            states.intact(written.pieces(), now);
            states.store();
        }
        if (why == null
                && written.pieces().isEmpty()
                && base.map(Snapshot::manifest)
                        .filter(same -> same.tables().containsAll(written.tables()))
                        .isPresent()) {
            return base.get();
        }
        Manifest manifest = new Manifest(
                now,
                plant.settings().plant(),
                warehouse.engine().label(),
                schema,
                Program.version(),
                plant.rules().fingerprint(),
                written.change(),
                why,
                runId,
                written.tables());
        Snapshot taken = store.put(free(MomentName.of(now)), manifest);
        SnapshotBase.remember(warehouse, taken);
        return taken;
    }

    /** The snapshot that the database names as its newest, if nothing but data changed since. */
    private Optional<Snapshot> base(Warehouse warehouse, long schema) {
        return SnapshotBase.of(warehouse)
                .flatMap(named -> store.named(named.snapshot())
                        .filter(snapshot -> snapshot.manifest().change() == named.change())
                        .filter(snapshot -> snapshot.manifest().schema() == schema));
    }

    /**
     * Copies a snapshot of another store: first the pieces that are missing here, each read back, then the snapshot. One of the same
     * name with other contents stays, and the copy gets the next name.
     *
     * @throws UserError if it cannot be written, or a piece is damaged; then the snapshot is not here
     */
    public Received receive(Snapshot original) {
        return alone(() -> {
            PieceStates states = PieceStates.of(store);
            List<Piece> missing = original.allPieces()
                    .filter(piece -> !states.usable(piece))
                    .distinct()
                    .toList();
            for (int i = 0; i < missing.size(); i++) {
                progress.begins("copy to " + store.folder(), i + 1, missing.size());
                store.copy(original, missing.get(i));
            }
            states.intact(missing, now());
            states.store();
            return new Received(
                    store.put(nameFor(original), original.manifest()),
                    missing.size(),
                    missing.stream().mapToLong(Piece::bytes).sum());
        });
    }

    private String nameFor(Snapshot original) {
        return store.named(original.name())
                .filter(here -> !here.manifest().equals(original.manifest()))
                .map(other -> free(MomentName.of(original.manifest().takenAt())))
                .orElse(original.name());
    }

    /** Those of earlier evenings, by day and by name. */
    public Evenings evenings() {
        return new Evenings(store, settings, now().toLocalDate());
    }

    /** The snapshots whose manifest cannot be read, with the times in their names. */
    public Map<String, LocalDateTime> unreadable() {
        Map<String, LocalDateTime> unreadable = new TreeMap<>();
        store.names().stream()
                .filter(name -> store.named(name).isEmpty())
                .forEach(name -> MomentName.moment(name).ifPresent(at -> unreadable.put(name, at)));
        return unreadable;
    }

    /** Reads pieces of snapshots back, and says which are intact. */
    public PieceStates verify(List<Snapshot> snapshots) {
        return verified(snapshots, LocalDateTime.MAX);
    }

    /** Reads those pieces back that nobody has for almost a week: a part each day, all within a week. */
    public PieceStates verifyInTurn() {
        return verified(store.all(), now().minus(TURN));
    }

    /** What is known of snapshots without reading their pieces. */
    public PieceStates verdicts() {
        return PieceStates.of(store);
    }

    private PieceStates verified(List<Snapshot> snapshots, LocalDateTime since) {
        return alone(() -> {
            PieceStates states = PieceStates.of(store);
            states.verify(snapshots, since, now(), progress);
            states.store();
            return states;
        });
    }

    /** Keeps a snapshot no longer as a backup. */
    public void release(Snapshot snapshot) {
        alone(() -> store.put(snapshot.name(), snapshot.manifest().released()));
    }

    /** Removes what nobody needs of this store. */
    public Tidying tidying() {
        return new Tidying(
                store, settings, marts, clock.instant(), plant.settings().zone());
    }

    private <T> T alone(StoreTurn.Work<T> work) {
        return StoreTurn.alone(store, work);
    }

    /** Of several in one second, a later one sorts behind, also where the first is gone. */
    private String free(String wanted) {
        return store.names().stream()
                .filter(name -> name.startsWith(wanted))
                .findFirst()
                .map(last -> last.equals(wanted) ? 2 : Integer.parseInt(last.substring(wanted.length() + 1)) + 1)
                .map(next -> String.format(Locale.ROOT, "%s-%02d", wanted, next))
                .orElse(wanted);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone()).withNano(0);
    }

    /**
     * A copied snapshot.
     *
     * @param pieces number of pieces that were missing
     * @param bytes their size
     */
    public record Received(Snapshot snapshot, int pieces, long bytes) {}
}
