package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.Archive.Archived;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.Ledger.LedgerFacts;
import io.yieldline.ingest.Merge.StagedTimes;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.BulkLoad;
import io.yieldline.warehouse.DatabaseFault;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.MonthPart;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads one export in one transaction: its records, rejected rows, ledger entry and stale marks, or nothing. */
final class Loader {
    /** More than ten years. */
    private static final int MOST_DAYS = 4_000;

    private final Plant plant;
    private final Warehouse warehouse;
    private final BigDecimal rejectThresholdPercent;
    private final LocalDate keptFrom;
    private final boolean growing;
    private final @Nullable Long runId;
    private final IngestProgress progress;

    /**
     * Loads records from a day on.
     *
     * @param growing whether the export may still be written: if incomplete it fails instead of being parked
     */
    Loader(
            Plant plant,
            Warehouse warehouse,
            BigDecimal rejectThresholdPercent,
            LocalDate keptFrom,
            boolean growing,
            @Nullable Long runId,
            IngestProgress progress) {
        this.plant = plant;
        this.warehouse = warehouse;
        this.rejectThresholdPercent = rejectThresholdPercent;
        this.keptFrom = keptFrom;
        this.growing = growing;
        this.runId = runId;
        this.progress = progress;
    }

    /** Loads or parks an export; skips bytes that are already loaded. */
    ExportReport load(ExportReading reading, Arrival arrival) {
        try {
            return warehouse.write(session -> known(session, arrival).orElseGet(() -> load(session, reading, arrival)));
        } catch (ParkedException parked) {
            if (growing && parked.unfinished()) {
                return ExportReports.failed(arrival.file(), new UserError(arrival.file() + ": " + parked.getMessage()));
            }
            return warehouse.write(session -> park(session, parked, arrival));
        } catch (DatabaseFault fault) {
            if (fault.kind() != DatabaseFault.Kind.MEMORY) {
                throw fault;
            }
            return warehouse.write(session -> park(session, new ParkedException(fault), arrival));
        } finally {
            reading.abandon();
        }
    }

    /** Parks an export without reading it, unless it is known. */
    ExportReport refuse(String reason, Arrival arrival) {
        ParkedException parked = new ParkedException(new Item.Unreadable(reason, false));
        return warehouse.write(session -> known(session, arrival).orElseGet(() -> park(session, parked, arrival)));
    }

    /** The report on a known export. */
    static Optional<ExportReport> known(Session session, Arrival arrival) {
        return Ledger.find(session, arrival.archived().sha256())
                .filter(entry -> entry.outcome() == Outcome.LOADED)
                .map(entry -> ExportReports.known(arrival, entry));
    }

    private ExportReport load(Session session, ExportReading reading, Arrival arrival) {
        Item.Opened opened = opened(reading.next(progress::step));
        Tally tally = new Tally();
        long id = Ledger.nextId(session);
        stage(session, reading, id, arrival, opened, tally);
        refuseTooManyRejections(tally, opened, rejectThresholdPercent);
        Optional<StagedTimes> times = times(tally, opened, arrival);
        Map<String, Long> fates =
                times.map(staged -> merge(session, opened, id, staged, arrival)).orElse(Map.of());
        session.execute("drop table stage");
        ExportReport report = ExportReports.loaded(id, arrival, opened, tally, fates);
        Ledger.enter(
                session,
                report,
                facts(
                        arrival,
                        times.map(StagedTimes::exported).orElse(opened.writtenAt()),
                        FeedChange.definition(opened.header().feed(), plant),
                        runId));
        return report;
    }

    /** The times of the accepted rows, and of the export itself; empty if no row was accepted. */
    static Optional<StagedTimes> times(Tally tally, Item.Opened opened, Arrival arrival) {
        return tally.times(Optional.ofNullable(opened.writtenAt()).or(arrival::receivedAt));
    }

    private void stage(
            Session session, ExportReading reading, long id, Arrival arrival, Item.Opened opened, Tally tally) {
        var columns = FeedTables.stageColumns(opened.header().feed());
        session.execute("drop table if exists stage");
        session.execute("create temp table stage ("
                + String.join(
                        ", ",
                        columns.stream().map(column -> column.definition()).toList()) + ")");
        boolean more = true;
        SecondsWatch seconds =
                new SecondsWatch(FeedTables.hasSeconds(session, opened.header().feed()));
        while (more) {
            more = stagePortion(session, reading, opened, tally, seconds);
            keepRejections(session, id, arrival, tally.takeUnwritten());
        }
    }

    /** Stages rows until the rejected ones must be written, because a connection takes rows for one table at a time. */
    private boolean stagePortion(
            Session session, ExportReading reading, Item.Opened opened, Tally tally, SecondsWatch seconds) {
        try (BulkLoad load = warehouse.bulkLoad(
                session, "stage", FeedTables.stageColumns(opened.header().feed()))) {
            boolean more = true;
            while (more && !tally.isFull()) {
                progress.step();
                Item item = reading.next(progress::step);
                more = !ends(item, tally);
                rows(item, opened.header())
                        .forEach(row -> seconds.decided(row).forEach(decided -> add(decided, load, tally)));
                if (!more) {
                    seconds.rest().forEach(row -> add(row, load, tally));
                }
                refuseTooManyDays(tally, opened);
            }
            load.finish();
            return more;
        }
    }

    static boolean ends(Item item, Tally tally) {
        if (item instanceof Item.End end) {
            tally.end(end);
            return true;
        }
        return false;
    }

    private void add(Parsed row, BulkLoad load, Tally tally) {
        if (tally.leavesOut(row, keptFrom)) {
            return;
        }
        if (row instanceof Record record) {
            tally.count(record);
            load.add(StagedRow.of(record));
        } else {
            tally.count((Rejection) row);
        }
    }

    private Map<String, Long> merge(Session session, Item.Opened opened, long id, StagedTimes times, Arrival arrival) {
        FeedTables.preparePartitions(warehouse, session, opened.header().feed());
        return new Merge(session, opened.header().feed(), id, times, arrival.part()).run();
    }

    private void keepRejections(Session session, long id, Arrival arrival, List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            session.within(List.of("rejected_row"), List.of(arrival.part()), () -> {
                keepRejections(session, id, rejections);
                return true;
            });
        }
    }

    private void keepRejections(Session session, long id, List<Rejection> rejections) {
        try (BulkLoad load = warehouse.bulkLoad(session, "rejected_row", StagedRow.REJECTED)) {
            rejections.forEach(rejection -> load.add(StagedRow.of(id, rejection)));
            load.finish();
        }
    }

    private ExportReport park(Session session, ParkedException parked, Arrival arrival) {
        long id = Ledger.nextId(session);
        ExportReport report = ExportReports.parked(id, arrival, parked);
        Ledger.enter(session, report, facts(arrival, null, null, runId));
        keepRejections(session, id, arrival, parked.tally().firstRejections());
        return report;
    }

    static LedgerFacts facts(
            Arrival arrival,
            @Nullable LocalDateTime exportTime,
            @Nullable String feedDefinition,
            @Nullable Long runId) {
        return new LedgerFacts(
                arrival.archived().bytes(), exportTime, runId, arrival.at(), arrival.arrivedAt(), feedDefinition);
    }

    /** The cost of a day in marts and partitions does not depend on the number of its records. */
    static void refuseTooManyDays(Tally tally, Item.Opened opened) {
        if (tally.days() > MOST_DAYS) {
            throw new ParkedException(
                    "its records are of more than " + MOST_DAYS
                            + " different days; check the times, or export a shorter period",
                    opened,
                    tally);
        }
    }

    static void refuseTooManyRejections(Tally tally, Item.Opened opened, BigDecimal thresholdPercent) {
        BigDecimal allowed = thresholdPercent.multiply(BigDecimal.valueOf(tally.rows()));
        long rejected = tally.rejected();
        if (BigDecimal.valueOf(rejected * 100).compareTo(allowed) > 0) {
            throw new ParkedException(
                    rejected + " of " + tally.rows() + " rows were rejected, more than the threshold of "
                            + thresholdPercent.toPlainString() + " %; first: "
                            + tally.firstRejections().get(0).message() + kept(tally),
                    opened,
                    tally);
        }
    }

    private static String kept(Tally tally) {
        int kept = tally.firstRejections().size();
        return kept == tally.rejected() ? "" : "; only the first " + kept + " rejected rows are listed";
    }

    static List<Parsed> rows(Item item, HeaderMatch header) {
        if (item instanceof Item.Rows rows) {
            return rows.rows();
        }
        if (item instanceof Item.Unreadable unreadable) {
            throw new ParkedException(unreadable, header);
        }
        refuseStopped(item);
        return List.of();
    }

    private static void refuseStopped(Item item) {
        if (item instanceof Item.Stopped) {
            throw Awaited.stopped();
        }
    }

    static Item.Opened opened(Item first) {
        if (first instanceof Item.Opened opened) {
            return opened;
        }
        refuseStopped(first);
        throw new ParkedException((Item.Unreadable) first);
    }

    /**
     * An export with its given name and its file in the archive.
     *
     * @param at plant time of this load
     * @param arrivedAt UTC time when its bytes first arrived; null if an earlier version received them, which did not keep it
     */
    record Arrival(
            String file,
            Archived archived,
            LocalDateTime at,
            @Nullable LocalDateTime arrivedAt,
            long nanoTime) {
        /** The part of the month of this load, such as {@code 2025-04-08}. */
        String part() {
            return MonthPart.of(at.toLocalDate());
        }

        Optional<LocalDateTime> receivedAt() {
            return Optional.ofNullable(arrivedAt);
        }
    }
}
