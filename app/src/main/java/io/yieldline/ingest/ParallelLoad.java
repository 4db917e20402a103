package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.Loader.Arrival;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Space;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One load of a list of exports: several are read ahead in parallel, and loaded one after the other in order. Those that were
 * being read when the program died come last, one at a time.
 */
final class ParallelLoad {
    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Archive archive;
    private final ReceiptJournal receipts;
    private final IngestProgress progress;
    private final ReadingMemory memory;

    ParallelLoad(
            Plant plant,
            Feeds feeds,
            Warehouse warehouse,
            InstantSource clock,
            ReceiptJournal receipts,
            IngestProgress progress) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
        this.clock = clock;
        this.archive = new Archive(plant.home().archive());
        this.receipts = receipts;
        this.progress = progress;
        this.memory = new ReadingMemory(plant.settings().readers() + 2);
    }

    /** The reports on the exports, in their order. */
    List<ExportReport> run(List<ExportSource> sources, Function<ExportSource, Loader> loaders) {
        progress.planned(
                sources.size(), sources.stream().mapToLong(ExportSource::bytes).sum());
        ExecutorService readers = Executors.newFixedThreadPool(plant.settings().readers(), ParallelLoad::readerThread);
        try (ReadAttempts attempts = ReadAttempts.open(plant.home())) {
            return new Pass(attempts, readers, loaders).reports(sources);
        } finally {
            readers.shutdownNow();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
    }

    private void requireSpace(long bytes) {
        long reserve = Space.reserve(plant.settings(), bytes);
        Space.at(plant.home().archive()).require(reserve);
        if (plant.settings().embedded()) {
            Space.at(plant.home().data()).require(reserve);
        }
    }

    private static Thread readerThread(Runnable work) {
        Thread thread = new Thread(work, "yieldline-reader");
        thread.setDaemon(true);
        return thread;
    }

    /** The exports of this load, with the record of which are being read. */
    private final class Pass {
        private final ReadAttempts attempts;
        private final ExecutorService readers;
        private final Function<ExportSource, Loader> loaders;
        private final Map<Integer, ExportReport> reports = new TreeMap<>();
        private final List<Ahead> last = new ArrayList<>();
        private final Set<String> unfinished = new TreeSet<>();

        Pass(ReadAttempts attempts, ExecutorService readers, Function<ExportSource, Loader> loaders) {
            this.attempts = attempts;
            this.readers = readers;
            this.loaders = loaders;
        }

        /** An error of the machine, such as too little memory, is like the death of the process. */
        List<ExportReport> reports(List<ExportSource> sources) {
            try {
                together(sources);
                last.forEach(postponed -> take(start(postponed.number(), postponed.source(), true)));
                discardUnfinished();
                return List.copyOf(reports.values());
            } catch (Error e) {
                attempts.died();
                throw e;
            }
        }

        private void together(List<ExportSource> sources) {
            Queue<Ahead> ahead = new ArrayDeque<>();
            int next = 0;
            while (next < sources.size() || !ahead.isEmpty()) {
                while (next < sources.size() && ahead.size() <= plant.settings().readers()) {
                    ahead.add(start(next, sources.get(next), sources.size() == 1));
                    next++;
                }
                take(ahead.remove());
            }
        }

        private Ahead start(int number, ExportSource source, boolean alone) {
            CompletableFuture<Started> started = new CompletableFuture<>();
            readers.execute(() -> read(source, alone, started));
            return new Ahead(number, source, started);
        }

        /** Runs on a reader thread: bytes are archived and the attempt is recorded before the first row is read. */
        private void read(ExportSource source, boolean alone, CompletableFuture<Started> promise) {
            try {
                requireSpace(source.bytes());
                Arrival arrival = new Arrival(
                        source.name(), source.archived(archive), now(), source.arrivedAt(), System.nanoTime());
                Started started = started(source, alone, arrival);
                promise.complete(started);
                if (started instanceof Reading reading) {
                    reading.reading().run();
                }
            } catch (RuntimeException | Error e) {
                promise.completeExceptionally(e);
            }
        }

        private Started started(ExportSource source, boolean alone, Arrival arrival) {
            String sha256 = arrival.archived().sha256();
            Optional<ExportReport> known = warehouse.read(session -> Loader.known(session, arrival));
            if (known.isPresent()) {
                attempts.clear(sha256);
                return new Known(known.get());
            }
            Optional<String> refusal = attempts.refusal(sha256);
            if (refusal.isPresent() && !source.insisted()) {
                return new Refused(arrival, refusal.get());
            }
            if (attempts.suspect(sha256) && !alone) {
                return new Postponed();
            }
            attempts.begin(sha256, source.name(), arrival.at(), alone);
            return new Reading(arrival, new ExportReading(arrival.archived().path(), feeds, plant, memory));
        }

        private void take(Ahead next) {
            report(next).ifPresentOrElse(report -> done(next, report), () -> postpone(next));
        }

        private void done(Ahead next, ExportReport report) {
            reports.put(next.number(), report);
            progress.done(report, next.source().bytes());
        }

        private void postpone(Ahead next) {
            last.add(next);
            progress.note(next.source().name()
                    + ": was being read when the program died; it is read again last, with no other file beside");
        }

        private Optional<ExportReport> report(Ahead next) {
            try {
                Started started = Awaited.result(next.started(), progress);
                return report(started, loaders.apply(next.source()));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UserError unreadable) {
                    return Optional.of(ExportReports.failed(next.source().name(), unreadable));
                }
                throw new CompletionException(e.getCause());
            }
        }

        private Optional<ExportReport> report(Started started, Loader loader) {
            if (started instanceof Known known) {
                return Optional.of(known.report());
            } else if (started instanceof Refused refused) {
                ExportReport report = loader.refuse(refused.reason(), refused.arrival());
                return Optional.of(received(report, refused.arrival().arrivedAt()));
            } else if (started instanceof Reading reading) {
                ExportReport report = received(
                        loader.load(reading.reading(), reading.arrival()),
                        reading.arrival().arrivedAt());
                attempts.end(reading.arrival().archived().sha256());
                if (report.outcome() == ExportReport.Outcome.FAILED) {
                    unfinished.add(reading.arrival().archived().sha256());
                }
                return Optional.of(report);
            }
            return Optional.empty();
        }

        /** The archive keeps no half of a file that is still being written: nobody would ever know what it is. */
        private void discardUnfinished() {
            if (!unfinished.isEmpty()) {
                unfinished.removeAll(warehouse.read(Ledger::all).keySet());
                unfinished.removeAll(receipts.known());
                unfinished.forEach(archive::discard);
            }
        }

        private ExportReport received(ExportReport report, @Nullable LocalDateTime arrivedAt) {
            if (report.outcome() == ExportReport.Outcome.LOADED) {
                receipts.add(report.sha256(), arrivedAt, report.file());
            } else if (report.outcome() == ExportReport.Outcome.PARKED) {
                receipts.park(report.sha256(), arrivedAt, report.file());
            }
            return report;
        }
    }

    /** An export whose reading was started, with its number in the list. */
    private record Ahead(int number, ExportSource source, CompletableFuture<Started> started) {}

    /** What a reader thread found before the first row. */
    private sealed interface Started {}

    /** Its bytes are loaded. */
    private record Known(ExportReport report) implements Started {}

    /** The program died of it; it is parked unread. */
    private record Refused(Arrival arrival, String reason) implements Started {}

    /** It may be what the program died of, and is read last. */
    private record Postponed() implements Started {}

    /** It is being read. */
    private record Reading(Arrival arrival, ExportReading reading) implements Started {}
}
