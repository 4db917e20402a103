package io.yieldline.store;

import io.yieldline.ExitCode;
import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import io.yieldline.plant.MomentName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the snapshot that a person means: by its name, by the day on whose evening it was the newest one, or the newest of all. */
public final class Evenings {
    /** The name of the newest snapshot, whatever it is. */
    public static final String LATEST = "latest";

    private static final String ALL = "; see: yieldline snapshots";

    private final Store store;
    private final LocalDate firstKept;

    Evenings(Store store, StoreSettings settings, LocalDate today) {
        this.store = store;
        this.firstKept = today.minusDays(settings.evenings());
    }

    /**
     * The newest snapshot of a day, or of one before if nothing was written on that day: what the plant knew that evening.
     *
     * @throws UserError if there is none, or if those of that time are gone
     */
    public Snapshot of(LocalDate day) {
        return newestFirst(name -> !day(name).isAfter(day))
                .findFirst()
                .filter(found -> !day.isBefore(firstKept) || day(found.name()).equals(day))
                .orElseThrow(() ->
                        new UserError("there is no snapshot of the evening of " + day + nearest(day, any -> true)));
    }

    /**
     * The snapshot of this name, that of the evening of this day, or the latest one.
     *
     * @throws UserError if there is none
     */
    public Snapshot named(String word) {
        if (word.equals(LATEST)) {
            return newestFirst(any -> true)
                    .findFirst()
                    .orElseThrow(() -> new UserError("there is no snapshot yet; each refresh of the marts takes one"));
        }
        return Optional.of(word)
                .filter(name -> MomentName.moment(name).isPresent())
                .flatMap(store::named)
                .orElseGet(() -> of(evening(word)));
    }

    /**
     * The days before and after a day whose snapshots are as wanted, in words that end a message.
     *
     * @param wanted what a snapshot must have
     */
    public String nearest(LocalDate day, Predicate<Snapshot> wanted) {
        Optional<Snapshot> before =
                newestFirst(name -> day(name).isBefore(day)).filter(wanted).findFirst();
        Optional<Snapshot> after =
                oldestFirst(name -> day(name).isAfter(day)).filter(wanted).findFirst();
        List<String> days = Stream.of(before, after)
                .flatMap(Optional::stream)
                .map(snapshot -> day(snapshot.name()).toString())
                .toList();
        return switch (days.size()) {
            case 0 -> "; no other one is kept" + ALL;
            case 1 -> "; the nearest one is of " + days.get(0) + ALL;
            default -> "; the nearest ones are of " + days.get(0) + " and " + days.get(1) + ALL;
        };
    }

    private static LocalDate evening(String word) {
        try {
            return TimeInput.day(word);
        } catch (InvalidInput e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "there is no snapshot \"" + word + "\"; write a day such as 2025-05-20, " + LATEST + ", or a name"
                            + ALL);
        }
    }

    private Stream<Snapshot> newestFirst(Predicate<String> wanted) {
        return snapshots(store.names().stream(), wanted);
    }

    private Stream<Snapshot> oldestFirst(Predicate<String> wanted) {
        return snapshots(store.names().stream().sorted(), wanted);
    }

    /** Read one by one, those only whose names are wanted. */
    private Stream<Snapshot> snapshots(Stream<String> names, Predicate<String> wanted) {
        return names.filter(wanted).flatMap(name -> store.named(name).stream());
    }

    private static LocalDate day(String name) {
        return MomentName.moment(name).orElseThrow().toLocalDate();
    }
}
