package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.feed.Cleanings;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.Merge.StagedTimes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of one export while it is loaded. Rejected rows stay in memory up to a limit: those not written yet, and the
 * first ones for the case that the export is parked.
 */
final class Tally {
    private static final long PORTION_BYTES = 4 << 20;
    private static final long KEPT_BYTES = Runtime.getRuntime().maxMemory() / 24;

    private final List<Rejection> unwritten = new ArrayList<>();
    private final List<Rejection> first = new ArrayList<>();
    private long unwrittenBytes;
    private long firstBytes;
    private long rejected;
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private long records;
    private long endBeforeStart;
    private long purged;
    private Item.End end = new Item.End(new Cleanings(), List.of(), List.of(), List.of());
    private @Nullable LocalDateTime firstEnd;
    private @Nullable LocalDateTime lastEnd;

    void count(Record record) {
        LocalDateTime end = record.endedAt();
        records++;
        endBeforeStart += record.endsBeforeStart() ? 1 : 0;
        days.add(record.day());
        firstEnd = firstEnd == null || end.isBefore(firstEnd) ? end : firstEnd;
        lastEnd = lastEnd == null || end.isAfter(lastEnd) ? end : lastEnd;
    }

    void count(Rejection rejection) {
        rejected++;
        unwritten.add(rejection);
        unwrittenBytes += rejection.bytes();
        if (firstBytes < KEPT_BYTES) {
            first.add(rejection);
            firstBytes += rejection.bytes();
        }
    }

    /** What the reader has to say at the end of the export. */
    void end(Item.End item) {
        end = item;
    }

    /** What the user should know of the tables of the export, and of the times of its records. */
    List<String> remarks() {
        return endBeforeStart == 0
                ? end.remarks()
                : Stream.concat(end.remarks().stream(), Stream.of(wrongTimes())).toList();
    }

    /** Columns of its tables that are none of its feed. */
    List<String> unknownColumns() {
        return end.unknownColumns();
    }

    /** Optional columns of its feed that a table lacks. */
    List<String> missingColumns() {
        return end.missingColumns();
    }

    private String wrongTimes() {
        return String.format(Locale.ROOT, "%,d of %s end", endBeforeStart, Counted.of(records, "record"))
                + " before they start; correct the times in the MES and export them again; for the rows, see: yieldline"
                + " check end_before_start --details";
    }

    /** Whether the rejected rows must be written before the next row. */
    boolean isFull() {
        return unwrittenBytes >= PORTION_BYTES;
    }

    /** The rejected rows since the last call. */
    List<Rejection> takeUnwritten() {
        List<Rejection> taken = List.copyOf(unwritten);
        unwritten.clear();
        unwrittenBytes = 0;
        return taken;
    }

    /** Whether a row is a record from before the first day that is kept; it is counted as purged then. */
    boolean leavesOut(Parsed row, LocalDate keptFrom) {
        boolean left = row instanceof Record record && record.day().isBefore(keptFrom);
        purged += left ? 1 : 0;
        return left;
    }

    long rows() {
        return records + rejected + purged;
    }

    long purged() {
        return purged;
    }

    Cleanings cleaned() {
        return end.cleanings();
    }

    /** Number of rejected rows. */
    long rejected() {
        return rejected;
    }

    /** The first rejected rows, as many as the memory holds. */
    List<Rejection> firstRejections() {
        return first;
    }

    /** Number of days with records. */
    int days() {
        return days.size();
    }

    @Nullable
    LoadedDays loadedDays() {
        return days.isEmpty() ? null : new LoadedDays(days.first(), days.last(), days.size());
    }

    /** Without any export time it is the latest end, as in earlier versions. */
    Optional<StagedTimes> times(Optional<LocalDateTime> exported) {
        return firstEnd == null || lastEnd == null
                ? Optional.empty()
                : Optional.of(new StagedTimes(firstEnd, lastEnd, exported.orElse(lastEnd)));
    }
}
