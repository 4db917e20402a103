package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.feed.Derived;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.Record;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ExportRows;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one day according to the archived exports, identified in memory: for each event the most recently
 * exported version, then the one that arrived last. Uses only the archive, its receipts and the ledger.
 */
final class DayRecords {
    /** Maximum number of days by which rules can move a record back: output of a weekend, and what is before the start of the day. */
    private static final int ROLL = 7;

    private static final Comparator<Version> NEWER =
            Comparator.comparing(Version::exported).thenComparing(Version::last);

    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;
    private final LocalDate day;
    private final LocalDate keptFrom;
    private int exportsRead;

    DayRecords(Plant plant, Feeds feeds, Warehouse warehouse, LocalDate day) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
        this.day = day;
        this.keptFrom = ReceiptJournal.of(plant.home(), warehouse.engine()).keptFrom();
    }

    /** The current version of every event of a feed that ended on the day or counts as output of it, and was not purged. */
    Collection<Version> of(Feed feed) {
        Archive archive = new Archive(plant.home().archive());
        Map<UUID, Map<UUID, Version>> events = new HashMap<>();
        List<Export> exports = warehouse.read(session -> exports(session, feed));
        requireAll(exports, archive);
        for (Export export : exports) {
            standing(ExportRows.read(archive.path(export.sha256()), feeds, plant), feed)
                    .map(record -> new Version(record, export.id(), export.id(), export.exported()))
                    .forEach(version -> events.computeIfAbsent(version.record().identity(), key -> new HashMap<>())
                            .merge(version.record().content(), version, Version::seenAgain));
            exportsRead++;
        }
        return events.values().stream()
                .map(versions -> versions.values().stream().max(NEWER).orElseThrow())
                .toList();
    }

    /** A plant that was restored has an archive only if somebody copied it or loaded the files again. */
    private void requireAll(List<Export> exports, Archive archive) {
        List<String> faults = exports.stream()
                .flatMap(export -> archive.fault(export.sha256()).stream().map(fault -> export.name() + ": " + fault))
                .toList();
        if (!faults.isEmpty()) {
            int others = faults.size() - 1;
            throw new UserError(day + " cannot be recounted: " + faults.get(0)
                    + (others == 0 ? "" : "; the same with " + Counted.of(others, "other export") + ", see doctor"));
        }
    }

    /** The number of archived exports. */
    int exportsRead() {
        return exportsRead;
    }

    /** What the user should know of the day: empty, or that a purge took its records. */
    String remark() {
        return day.isBefore(keptFrom) ? " (records before " + keptFrom + " were purged)" : "";
    }

    /** Of several records of one event in an export, the last one represents it. */
    private Stream<Record> standing(ExportRows export, Feed feed) {
        Map<UUID, Record> standing = new HashMap<>();
        export.records().stream()
                .filter(record -> !record.day().isBefore(keptFrom))
                .filter(record -> day.equals(derived(record, feed, Derived.DAY))
                        || day.equals(derived(record, feed, Derived.OUTPUT_DAY)))
                .forEach(record -> standing.put(record.identity(), record));
        return standing.values().stream();
    }

    private static @Nullable Object derived(Record record, Feed feed, Derived column) {
        return record.values()[
                feed.storedColumns().size() + feed.derivedColumns().indexOf(column)];
    }

    private List<Export> exports(Session session, Feed feed) {
        return session.query(
                "select id, sha256, file_name, export_time from export where status = 'loaded' and feed = ?"
                        + " and first_day <= ? and last_day >= ? order by id",
                row -> new Export(
                        row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDateTime.class)),
                feed.name(),
                day.plusDays(ROLL),
                day.minusDays(1));
    }

    private record Export(long id, String sha256, String name, LocalDateTime exported) {}

    /**
     * A version of an event.
     *
     * @param record as its most recent export has it: attributes are no part of a version
     * @param export its first export
     * @param last its most recent export
     * @param exported the time of that
     */
    record Version(Record record, long export, long last, LocalDateTime exported) {
        /** Exports come in the order of their arrival. */
        private Version seenAgain(Version other) {
            return other.exported.isBefore(exported)
                    ? new Version(record, export, last, exported)
                    : new Version(other.record, export, other.last, other.exported);
        }
    }
}
