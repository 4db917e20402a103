package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ReceiptJournal.Content;
import io.yieldline.ingest.ReceiptJournal.Receipt;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<ExportSource> sources = new ArrayList<>(prepared(progress));
        LocalDateTime now = arrival();
        files.forEach(file ->
                sources.add(ExportSource.arriving(file.toString(), file, now, threshold, growing.contains(file))));
        return loadAll(sources, runId, progress);
    }

    /** Loads one export under a name that is not its path, such as an upload. */
    public List<ExportReport> loadNamed(String name, Path file, @Nullable Long runId, IngestProgress progress) {
        List<ExportSource> sources = new ArrayList<>(prepared(progress));
        sources.add(
                ExportSource.arriving(name, file, arrival(), plant.settings().rejectThresholdPercent(), false));
        return loadAll(sources, runId, progress);
    }

    /**
     * Loads exports again from the archive, with the current settings, rules and feeds: each is loaded under its name, parked again,
     * or known if it was loaded meanwhile.
     *
     * @param exports names by hash
     * @param named whether the user named each of them, so that even one of which the program died is read once more
     */
    public List<ExportReport> retry(
            Map<String, String> exports, boolean named, @Nullable Long runId, IngestProgress progress) {
        List<ExportSource> sources = new ArrayList<>(prepared(progress));
        BigDecimal threshold = plant.settings().rejectThresholdPercent();
        Content content = receipts.read();
        exports.forEach((sha256, name) ->
                sources.add(ExportSource.kept(name, sha256, archive, content.arrivedAt(sha256), threshold)
                        .insisted(named)));
        return loadAll(sources, runId, progress);
    }

    /**
     * Loads missing exports again from the archive in the original order: confirmed exports as accepted
     * before, parked ones, which may be parked again, and exports without a receipt. Wiped and dismissed exports
     * stay out.
     */
    public List<ExportReport> reload(@Nullable Long runId, IngestProgress progress) {
        archive.discardUnfinished().forEach(progress::note);
        dismissals().follow();
        Set<String> loaded = warehouse.read(Ledger::loaded).keySet();
        Content content = receipts.read();
        Set<String> confirmed = content.loaded().keySet();
        Set<String> known = content.known();
        BigDecimal threshold = plant.settings().rejectThresholdPercent();
        LocalDateTime now = arrival();
        List<ExportSource> sources = new ArrayList<>();
        content.wanted().forEach((sha256, receipt) -> {
            if (!loaded.contains(sha256)) {
                BigDecimal accepted = confirmed.contains(sha256) ? ANY : threshold;
                sources.add(again(sha256, receipt, content, accepted));
            }
        });
        archive.all().stream()
                .filter(file -> !known.contains(String.valueOf(file.getFileName())))
                .forEach(file -> sources.add(ExportSource.arriving(file.toString(), file, now, threshold, false)));
        return loadAll(sources, runId, progress);
    }

    /** The arrival of what is loaded now, in UTC: never before one that is known, even if the clock was set back. */
    private LocalDateTime arrival() {
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return receipts.read().latestArrival().filter(now::isBefore).orElse(now);
    }

    private List<ExportReport> loadAll(List<ExportSource> sources, @Nullable Long runId, IngestProgress progress) {
        if (!sources.isEmpty()) {
            FeedChange.refuse(plant, feeds, warehouse);
        }
        LocalDate keptFrom = receipts.keptFrom();
        ParallelLoad load = new ParallelLoad(plant, feeds, warehouse, clock, receipts, progress);
        return warehouse.loading(
                () -> load.run(sources, source -> source.loader(plant, warehouse, keptFrom, runId, progress)));
    }

    /** What every load begins with: it clears up after killed runs, and loads what the database lost. */
    private List<ExportSource> prepared(IngestProgress progress) {
        archive.discardUnfinished().forEach(progress::note);
        repairReceipts(progress);
        dismissals().follow();
        List<ExportSource> sources = new ArrayList<>(lost(progress));
        sources.addAll(refused());
        return sources;
    }

    /** Exports of which the program died, until they are in the ledger as parked; they are not read. */
    private List<ExportSource> refused() {
        Set<String> known = warehouse.read(Ledger::all).keySet();
        LocalDateTime now = arrival();
        List<ExportSource> refused = new ArrayList<>();
        ReadAttempts.refused(plant.home()).forEach((sha256, name) -> {
            if (!known.contains(sha256) && Files.exists(archive.path(sha256))) {
                refused.add(ExportSource.kept(name, sha256, archive, now, ANY));
            }
        });
        return refused;
    }

    /** The parked exports of this plant that were dismissed. */
    public Dismissals dismissals() {
        return new Dismissals(warehouse, receipts, archive);
    }

    /** Moves damaged receipts aside and writes them again from the database, while it has them. */
    public void repairReceipts(IngestProgress progress) {
        new ReceiptRepair(receipts, archive, warehouse).run(progress);
    }

    /**
     * Exports with a receipt that the database lost. Confirmed ones are loaded again from the archive, whatever percentage of
     * rows is rejected, because they were accepted before; parked ones are parked again, or loaded if the rules changed.
     */
    private List<ExportSource> lost(IngestProgress progress) {
        Map<String, String> loaded = confirmLoaded();
        Content content = receipts.read();
        List<ExportSource> lost = new ArrayList<>(content.loaded().entrySet().stream()
                .filter(receipt -> !loaded.containsKey(receipt.getKey()))
                .map(receipt -> again(receipt.getKey(), receipt.getValue(), content, ANY))
                .toList());
        note(lost.size(), "confirmed export", progress);
        List<ExportSource> parked = lostParked(content);
        note(parked.size(), "parked export", progress);
        lost.addAll(parked);
        return lost;
    }

    /** One whose bytes are lost, too, would fail at each load, and has nothing to lose. */
    private List<ExportSource> lostParked(Content content) {
        Set<String> known = warehouse.read(Ledger::all).keySet();
        return content.parked().entrySet().stream()
                .filter(receipt -> !known.contains(receipt.getKey()))
                .filter(receipt -> Files.exists(archive.path(receipt.getKey())))
                .map(receipt -> again(
                        receipt.getKey(),
                        receipt.getValue(),
                        content,
                        plant.settings().rejectThresholdPercent()))
                .toList();
    }

    private ExportSource again(String sha256, Receipt receipt, Content content, BigDecimal threshold) {
        return ExportSource.kept(receipt.fileName(), sha256, archive, content.arrivedAt(sha256), threshold);
    }

    private static void note(int lost, String what, IngestProgress progress) {
        if (lost > 0) {
            progress.note("the database lacks " + Counted.of(lost, what) + "; loading again from the archive");
        }
    }

    /**
     * Writes the receipts of loaded exports that lack one: a run was killed between commit and receipt, or the journal is lost.
     *
     * @return the names of loaded exports by hash
     */
    public Map<String, String> confirmLoaded() {
        Set<String> confirmed = receipts.receipts().keySet();
        Map<String, String> loaded = warehouse.read(Ledger::loaded);
        Map<String, LocalDateTime> arrivals = warehouse.read(Ledger::arrivals);
        loaded.forEach((sha256, file) -> {
            if (!confirmed.contains(sha256)) {
                receipts.add(sha256, arrivals.get(sha256), file);
            }
        });
        return loaded;
    }
}
