package io.yieldline.store;

import io.yieldline.mart.Marts;
import io.yieldline.plant.MomentName;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Removes what nobody needs of a store: of the snapshots that are no backup, the newest stay whole, the last of each day stays with its
 * marts, and for some time with its records, and pieces that none lists go after the grace time.
 */
public final class Tidying {
    private final Store store;
    private final StoreSettings settings;
    private final Supplier<Marts> marts;
    private final Instant now;
    private final LocalDate today;

    Tidying(Store store, StoreSettings settings, Supplier<Marts> marts, Instant now, ZoneId zone) {
        this.store = store;
        this.settings = settings;
        this.marts = marts;
        this.now = now;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /**
     * Looks at all snapshots and pieces.
     *
     * @return the bytes freed
     */
    public long all() {
        return StoreTurn.alone(store, () -> {
            List<String> names = store.names();
            Set<String> listed = new HashSet<>();
            if (thin(names, snapshot -> snapshot.hashes().forEach(listed::add)) < names.size()) {
                return 0L; // One that cannot be read may list any piece.
            }
            long freed = store.collect(listed, now, settings.grace());
            if (freed > 0) {
                PieceStates.of(store).forgetAllBut(listed);
            }
            return freed;
        });
    }

    /**
     * The same after a new snapshot. Only the first one of a day reads all others, of which there may be hundreds; a later one
     * looks at those of its day, and leaves pieces for the next day.
     *
     * @param taken the new snapshot, no backup
     */
    public void after(Snapshot taken) {
        LocalDate day = taken.manifest().takenAt().toLocalDate();
        List<String> names = store.names().stream()
                .filter(name -> MomentName.moment(name)
                        .filter(at -> at.toLocalDate().equals(day))
                        .isPresent())
                .filter(name -> !store.kept(name))
                .toList();
        if (names.size() == 1) {
            all();
        } else {
            StoreTurn.alone(store, () -> thin(names, stays -> {}));
        }
    }

    /**
     * Removes or thins snapshots, newest first, one by one: together they would not fit into memory.
     *
     * @param left receives what stays
     * @return how many could be read
     */
    private int thin(List<String> names, Consumer<Snapshot> left) throws IOException {
        Set<LocalDate> days = new HashSet<>();
        int read = 0;
        int whole = 0;
        for (String name : names) {
            Optional<Snapshot> found = store.named(name);
            if (found.isPresent()) {
                Snapshot snapshot = found.get();
                boolean last = !snapshot.kept()
                        && days.add(snapshot.manifest().takenAt().toLocalDate());
                boolean stays = snapshot.kept() || whole++ < settings.versions();
                (stays ? found : thinned(snapshot, last)).ifPresent(left);
                read++;
            }
        }
        return read;
    }

    /** The last snapshot of a day with what the settings keep of that evening; else none. */
    private Optional<Snapshot> thinned(Snapshot snapshot, boolean lastOfDay) throws IOException {
        LocalDate day = snapshot.manifest().takenAt().toLocalDate();
        if (!lastOfDay || day.isBefore(today.minusDays(settings.evenings()))) {
            store.remove(snapshot.name());
            return Optional.empty();
        }
        Predicate<String> kept = keptOf(day);
        List<StoredTable> stay = snapshot.manifest().tables().stream()
                .filter(table -> kept.test(table.table()))
                .toList();
        return Optional.of(
                stay.size() < snapshot.manifest().tables().size()
                        ? store.put(snapshot.name(), snapshot.manifest().with(stay))
                        : snapshot);
    }

    /** The tables that stay of an evening. */
    private Predicate<String> keptOf(LocalDate day) {
        Divisions divisions = new Divisions(marts.get());
        return day.isBefore(today.minusDays(settings.recordEvenings())) ? divisions::said : divisions::published;
    }
}
