package io.yieldline.ingest;

import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.Merge.StagedTimes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one export while it is loaded. */
final class Tally {
    private final List<Rejection> rejections = new ArrayList<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private long records;
    private long cleaned;
    private long purged;
    private @Nullable LocalDateTime first;
    private @Nullable LocalDateTime last;

    void count(Record record) {
        LocalDateTime end = record.endedAt();
        records++;
        cleaned += record.cleanedCells();
        days.add(end.toLocalDate());
        first = first == null || end.isBefore(first) ? end : first;
        last = last == null || end.isAfter(last) ? end : last;
    }

    void count(Rejection rejection) {
        rejections.add(rejection);
    }

    void countPurged() {
        purged++;
    }

    long rows() {
        return records + rejections.size() + purged;
    }

    long purged() {
        return purged;
    }

    long cleaned() {
        return cleaned;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    @Nullable
    LoadedDays loadedDays() {
        return days.isEmpty() ? null : new LoadedDays(days.first(), days.last(), days.size());
    }

    Optional<StagedTimes> times(@Nullable LocalDateTime createdAt) {
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new StagedTimes(first, last, createdAt == null ? last : createdAt));
    }
}
