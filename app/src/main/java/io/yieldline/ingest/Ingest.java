package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.Loader.Arrival;
import io.yieldline.ingest.ReceiptJournal.Receipt;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Space;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Loads exports: several are read in parallel, and loaded one after the other, each in its own transaction. */
public final class Ingest {
    private static final BigDecimal ANY = BigDecimal.valueOf(100);

    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Archive archive;
    private final ReceiptJournal receipts;

    /** For this warehouse, with the settings and rules of the plant. */
    public Ingest(Plant plant, Feeds feeds, Warehouse warehouse, InstantSource clock) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
        this.clock = clock;
        this.archive = new Archive(plant.home().archive());
        this.receipts = ReceiptJournal.of(plant.home(), warehouse.engine());
    }

    /**
     * Loads exports in the given order and returns a report on each. A bad export does not stop the next ones.
     *
     * @param rejectThresholdPercent maximum percentage of rejected rows; null for the plant's setting
     * @param runId the run for the ledger
     */
    public List<ExportReport> load(
            List<Path> files,
            @Nullable BigDecimal rejectThresholdPercent,
            @Nullable Long runId,
            IngestProgress progress) {
        return load(files, Set.of(), rejectThresholdPercent, runId, progress);
    }

    /**
     * Loads exports, some of which may still be written.
     *
     * @param growing these exports; if incomplete, they fail and nothing is kept, instead of being parked
     */
    public List<ExportReport> load(
            List<Path> files,
            Set<Path> growing,
            @Nullable BigDecimal rejectThresholdPercent,
            @Nullable Long runId,
            IngestProgress progress) {
        BigDecimal threshold =
                rejectThresholdPercent == null ? plant.settings().rejectThresholdPercent() : rejectThresholdPercent;
        List<Source> sources = new ArrayList<>(prepared(progress));
        files.forEach(file -> sources.add(new Source(file.toString(), file, threshold, growing.contains(file))));
        return loadAll(sources, runId, progress);
    }

    /** Loads one export under a name that is not its path, such as an upload. */
    public List<ExportReport> loadNamed(String name, Path file, @Nullable Long runId, IngestProgress progress) {
        List<Source> sources = new ArrayList<>(prepared(progress));
        sources.add(new Source(name, file, plant.settings().rejectThresholdPercent(), false));
        return loadAll(sources, runId, progress);
    }

    /**
     * Loads exports again from the archive, with the current settings, rules and feeds: each is loaded under its name, parked again,
     * or known if it was loaded meanwhile.
     *
     * @param exports names by hash
     */
    public List<ExportReport> retry(Map<String, String> exports, @Nullable Long runId, IngestProgress progress) {
        List<Source> sources = new ArrayList<>(prepared(progress));
        BigDecimal threshold = plant.settings().rejectThresholdPercent();
        exports.forEach((sha256, name) -> sources.add(Source.kept(name, sha256, archive, threshold)));
        return loadAll(sources, runId, progress);
    }

    /**
     * Loads missing exports again from the archive in the original order: confirmed exports as accepted
     * before, parked ones, which may be parked again, and exports without a receipt. Wiped exports stay
     * out.
     */
    public List<ExportReport> reload(@Nullable Long runId, IngestProgress progress) {
        archive.discardUnfinished().forEach(progress::note);
        Set<String> loaded = warehouse.read(Ledger::loaded).keySet();
        Set<String> confirmed = receipts.receipts().keySet();
        Set<String> known = receipts.known();
        BigDecimal threshold = plant.settings().rejectThresholdPercent();
        List<Source> sources = new ArrayList<>();
        receipts.wanted().forEach((sha256, receipt) -> {
            if (!loaded.contains(sha256)) {
                BigDecimal accepted = confirmed.contains(sha256) ? ANY : threshold;
                sources.add(Source.kept(receipt.fileName(), sha256, archive, accepted));
            }
        });
        archive.all().stream()
                .filter(file -> !known.contains(String.valueOf(file.getFileName())))
                .forEach(file -> sources.add(new Source(file.toString(), file, threshold, false)));
        return loadAll(sources, runId, progress);
    }

    /** The names of loaded exports that the archive lacks; without them the database cannot be rebuilt. */
    public List<String> missingFromArchive() {
        return receipts.receipts().entrySet().stream()
                .filter(receipt -> !Files.exists(archive.path(receipt.getKey())))
                .map(receipt -> receipt.getValue().fileName())
                .toList();
    }

    /** The hashes of all exports that {@link #reload} brings back. */
    public Set<String> reloadable() {
        Set<String> hashes = new HashSet<>(archive.hashes());
        Set<String> known = receipts.known();
        Set<String> wanted = receipts.wanted().keySet();
        hashes.removeIf(sha256 -> known.contains(sha256) && !wanted.contains(sha256));
        return hashes;
    }

    private List<ExportReport> loadAll(List<Source> sources, @Nullable Long runId, IngestProgress progress) {
        progress.planned(
                sources.size(), sources.stream().mapToLong(Source::bytes).sum());
        LocalDate keptFrom = receipts.keptFrom();
        ReadingMemory memory = new ReadingMemory(plant.settings().readers() + 2);
        ExecutorService readers = Executors.newFixedThreadPool(plant.settings().readers(), Ingest::readerThread);
        List<ExportReport> reports = new ArrayList<>();
        try {
            Queue<Ahead> ahead = new ArrayDeque<>();
            Iterator<Source> rest = sources.iterator();
            while (rest.hasNext() || !ahead.isEmpty()) {
                while (rest.hasNext() && ahead.size() <= plant.settings().readers()) {
                    ahead.add(start(rest.next(), readers, memory));
                }
                Ahead next = ahead.remove();
                ExportReport report = load(next, next.source().loader(warehouse, keptFrom, runId, progress), progress);
                reports.add(report);
                progress.done(report, next.source().bytes());
            }
        } finally {
            readers.shutdownNow();
        }
        return reports;
    }

    private Ahead start(Source source, ExecutorService readers, ReadingMemory memory) {
        CompletableFuture<Started> started = new CompletableFuture<>();
        readers.execute(() -> read(source, started, memory));
        return new Ahead(source, started);
    }

    /** Runs on a reader thread: the bytes are archived before the first row is read. */
    private void read(Source source, CompletableFuture<Started> promise, ReadingMemory memory) {
        try {
            requireSpace(source.bytes());
            Arrival arrival = new Arrival(source.name(), source.archived(archive), now(), System.nanoTime());
            ExportReading reading = new ExportReading(arrival.archived().path(), feeds, plant, memory);
            Optional<ExportReport> known = warehouse.read(session -> Loader.known(session, arrival));
            promise.complete(new Started(arrival, reading, known));
            if (known.isEmpty()) {
                reading.run();
            }
        } catch (RuntimeException | Error e) {
            promise.completeExceptionally(e);
        }
    }

    private ExportReport load(Ahead ahead, Loader loader, IngestProgress progress) {
        try {
            Started started = Awaited.result(ahead.started(), progress);
            return started.known().orElseGet(() -> load(started, loader));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserError unreadable) {
                return ExportReports.failed(ahead.source().name(), unreadable);
            }
            throw new CompletionException(e.getCause());
        }
    }

    private ExportReport load(Started started, Loader loader) {
        ExportReport report = loader.load(started.reading(), started.arrival());
        if (report.outcome() == ExportReport.Outcome.LOADED) {
            receipts.add(report.sha256(), report.file());
        } else if (report.outcome() == ExportReport.Outcome.PARKED) {
            receipts.park(report.sha256(), report.file());
        }
        return report;
    }

    /** What every load begins with: it clears up after killed runs, and loads what the database lost. */
    private List<Source> prepared(IngestProgress progress) {
        archive.discardUnfinished().forEach(progress::note);
        repairReceipts(progress);
        return lost(progress);
    }

    /** Moves damaged receipts aside and writes them again from the database, while it has them. */
    public void repairReceipts(IngestProgress progress) {
        new ReceiptRepair(receipts, archive, warehouse).run(progress);
    }

    /**
     * Exports with a receipt that the database lost. Confirmed ones are loaded again from the archive, whatever percentage of
     * rows is rejected, because they were accepted before; parked ones are parked again, or loaded if the rules changed.
     */
    private List<Source> lost(IngestProgress progress) {
        Map<String, String> loaded = warehouse.read(Ledger::loaded);
        confirmLoaded();
        Map<String, Receipt> confirmed = receipts.receipts();
        List<Source> lost = new ArrayList<>(confirmed.entrySet().stream()
                .filter(receipt -> !loaded.containsKey(receipt.getKey()))
                .map(receipt -> again(receipt, ANY))
                .toList());
        note(lost.size(), "confirmed export", progress);
        List<Source> parked = lostParked();
        note(parked.size(), "parked export", progress);
        lost.addAll(parked);
        return lost;
    }

    /** One whose bytes are lost, too, would fail at each load, and has nothing to lose. */
    private List<Source> lostParked() {
        Set<String> known = warehouse.read(Ledger::all).keySet();
        return receipts.parked().entrySet().stream()
                .filter(receipt -> !known.contains(receipt.getKey()))
                .filter(receipt -> Files.exists(archive.path(receipt.getKey())))
                .map(receipt -> again(receipt, plant.settings().rejectThresholdPercent()))
                .toList();
    }

    private Source again(Map.Entry<String, Receipt> receipt, BigDecimal threshold) {
        return Source.kept(receipt.getValue().fileName(), receipt.getKey(), archive, threshold);
    }

    private static void note(int lost, String what, IngestProgress progress) {
        if (lost > 0) {
            progress.note("the database lacks " + Counted.of(lost, what) + "; loading again from the archive");
        }
    }

    /** Writes the receipts of loaded exports that lack one: a run was killed between commit and receipt, or the journal is lost. */
    public void confirmLoaded() {
        Set<String> confirmed = receipts.receipts().keySet();
        warehouse.read(Ledger::loaded).forEach((sha256, file) -> {
            if (!confirmed.contains(sha256)) {
                receipts.add(sha256, file);
            }
        });
    }

    private void requireSpace(long bytes) {
        long reserve = Space.reserve(plant.settings(), bytes);
        Space.at(plant.home().archive()).require(reserve);
        if (plant.settings().embedded()) {
            Space.at(plant.home().data()).require(reserve);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
    }

    private static Thread readerThread(Runnable work) {
        Thread thread = new Thread(work, "yieldline-reader");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * An export to load.
     *
     * @param kept the hash of an archived export; null if it comes from elsewhere
     */
    private record Source(
            String name,
            Path path,
            BigDecimal threshold,
            boolean growing,
            @Nullable String kept) {
        Source(String name, Path path, BigDecimal threshold, boolean growing) {
            this(name, path, threshold, growing, null);
        }

        static Source kept(String name, String sha256, Archive archive, BigDecimal threshold) {
            return new Source(name, archive.path(sha256), threshold, false, sha256);
        }

        Archive.Archived archived(Archive archive) {
            try {
                return kept == null ? archive.store(path) : archive.kept(kept);
            } catch (UserError e) {
                throw kept == null ? e : new UserError(name + ": " + e.getMessage());
            }
        }

        Loader loader(Warehouse warehouse, LocalDate keptFrom, @Nullable Long runId, IngestProgress progress) {
            return new Loader(warehouse, threshold, keptFrom, growing, runId, progress);
        }

        /** For the progress only; an unreadable file is reported when it is loaded. */
        long bytes() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                return 0;
            }
        }
    }

    private record Ahead(Source source, CompletableFuture<Started> started) {}

    private record Started(Arrival arrival, ExportReading reading, Optional<ExportReport> known) {}
}
