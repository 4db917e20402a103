package io.yieldline.ingest;

import io.yieldline.feed.Feeds;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.Archive.Archived;
import io.yieldline.ingest.Loader.Arrival;
import io.yieldline.ingest.Merge.StagedTimes;
import io.yieldline.plant.Plant;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One export read and judged as a load does, but without a database: its rows in file order, then its entry in the ledger. For a
 * program that merges many exports at once.
 */
public final class ParsedExport implements AutoCloseable {
    private static final Runnable PATIENT = () -> {};

    private final Plant plant;
    private final LocalDate keptFrom;
    private final Arrival arrival;
    private final ExportReading reading;
    private final SecondsWatch seconds;
    private final Tally tally = new Tally();
    private final Deque<Parsed> ready = new ArrayDeque<>();
    private Item.@Nullable Opened opened;
    private @Nullable ParkedException parked;
    private boolean more = true;
    private boolean hasSeconds;
    private boolean lacksSeconds;

    /**
     * Begins to read an export.
     *
     * @param keptFrom the first day whose records are kept; older ones are purged
     * @param feedHasSeconds whether a record of its feed in another export has seconds; then times without seconds are rejected
     */
    public ParsedExport(Origin origin, Feeds feeds, Plant plant, LocalDate keptFrom, boolean feedHasSeconds) {
        this.plant = plant;
        this.keptFrom = keptFrom;
        this.arrival = new Arrival(
                origin.name(),
                new Archived(origin.sha256(), origin.file(), origin.bytes()),
                origin.loadedAt(),
                origin.arrivedAt(),
                System.nanoTime());
        this.seconds = new SecondsWatch(feedHasSeconds);
        this.reading = new ExportReading(origin.file(), feeds, plant, new ReadingMemory(1));
        Thread thread = new Thread(reading, "yieldline-export");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next row, a record or a rejection; null after the last one. If {@link #parked} is true then, no row of the export counts.
     *
     * @throws io.yieldline.UserError if reading was stopped
     */
    public @Nullable Parsed next() {
        while (ready.isEmpty() && more) {
            try {
                take();
            } catch (ParkedException e) {
                parked = e;
                more = false;
            }
        }
        return ready.poll();
    }

    /** Whether the whole export is refused. */
    public boolean parked() {
        return parked != null;
    }

    /** The name of its feed; empty until its header is read. */
    public Optional<String> feed() {
        return Optional.ofNullable(opened).map(item -> item.header().feed().name());
    }

    /** Whether a record so far ended at a time with seconds. */
    public boolean hasSeconds() {
        return hasSeconds;
    }

    /** Whether a record so far was accepted without seconds, as no other one had any. */
    public boolean lacksSeconds() {
        return lacksSeconds;
    }

    /** Its entry in the ledger by the names of columns, after the last row; a merge knows number and counts. */
    public Map<String, @Nullable Object> entry() {
        ParkedException refused = parked;
        if (opened == null || refused != null) {
            ExportReport report = ExportReports.parked(0, arrival, Objects.requireNonNull(refused));
            return Ledger.values(report, Loader.facts(arrival, null, null, null));
        }
        Optional<StagedTimes> times = Loader.times(tally, opened, arrival);
        return Ledger.values(
                ExportReports.loaded(0, arrival, opened, tally, Map.of()),
                Loader.facts(
                        arrival,
                        times.map(StagedTimes::exported).orElse(opened.writtenAt()),
                        FeedChange.definition(opened.header().feed(), plant),
                        null));
    }

    @Override
    public void close() {
        reading.abandon();
    }

    private void take() {
        if (opened == null) {
            opened = Loader.opened(reading.next(PATIENT));
        }
        Item item = reading.next(PATIENT);
        more = !Loader.ends(item, tally);
        for (Parsed row : Loader.rows(item, opened.header())) {
            seconds.decided(row).forEach(this::add);
        }
        if (!more) {
            seconds.rest().forEach(this::add);
            Loader.refuseTooManyRejections(tally, opened, plant.settings().rejectThresholdPercent());
        }
        Loader.refuseTooManyDays(tally, opened);
        tally.takeUnwritten();
    }

    private void add(Parsed row) {
        if (tally.leavesOut(row, keptFrom)) {
            return;
        }
        if (row instanceof Record record) {
            tally.count(record);
            lacksSeconds |= record.withoutSeconds() != null;
            hasSeconds |= SecondsWatch.hasSeconds(record);
        } else {
            tally.count((Rejection) row);
        }
        ready.add(row);
    }

    /**
     * Where an export comes from.
     *
     * @param name the name under which it arrived
     * @param file its bytes, on this machine
     * @param sha256 the hash of its bytes
     * @param arrivedAt when it arrived, as UTC
     * @param loadedAt plant time of this load
     */
    public record Origin(
            String name, Path file, String sha256, long bytes, LocalDateTime arrivedAt, LocalDateTime loadedAt) {}
}
