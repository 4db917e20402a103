package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.feed.Cleanings;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.Archive.Archived;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.Ledger.Entry;
import io.yieldline.ingest.Loader.Arrival;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the reports on exports. */
final class ExportReports {
    private static final int SHOWN_REJECTIONS = 5;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private ExportReports() {}

    static ExportReport loaded(long id, Arrival arrival, Item.Opened opened, Tally tally, Map<String, Long> fates) {
        return new ExportReport(
                id,
                arrival.file(),
                arrival.archived().sha256(),
                opened.header().feed().name(),
                opened.format().label(),
                Outcome.LOADED,
                null,
                new LoadCounts(
                        tally.rows(),
                        fates.getOrDefault("new", 0L),
                        fates.getOrDefault("seen", 0L),
                        fates.getOrDefault("won", 0L),
                        fates.getOrDefault("lost", 0L),
                        tally.rejected(),
                        tally.purged()),
                tally.loadedDays(),
                tally.cleaned(),
                tally.unknownColumns(),
                tally.missingColumns(),
                tally.remarks(),
                lines(tally),
                seconds(arrival));
    }

    static ExportReport known(Arrival arrival, Entry entry) {
        String reason = "the same bytes were loaded on " + MINUTE.format(entry.loadedAt()) + " as export " + entry.id()
                + " (" + entry.file() + ")";
        return whole(entry.id(), arrival, Outcome.KNOWN, reason, null, null, new Tally());
    }

    static ExportReport parked(long id, Arrival arrival, ParkedException parked) {
        return whole(
                id,
                arrival,
                Outcome.PARKED,
                String.valueOf(parked.getMessage()),
                parked.feed(),
                parked.format(),
                parked.tally());
    }

    static ExportReport failed(String file, UserError error) {
        Arrival arrival =
                new Arrival(file, new Archived("", Path.of(""), 0), LocalDateTime.MIN, null, System.nanoTime());
        return whole(0, arrival, Outcome.FAILED, error.getMessage(), null, null, new Tally());
    }

    private static ExportReport whole(
            long id,
            Arrival arrival,
            Outcome outcome,
            String reason,
            @Nullable String feed,
            @Nullable String format,
            Tally tally) {
        return new ExportReport(
                id,
                arrival.file(),
                arrival.archived().sha256(),
                feed,
                format,
                outcome,
                reason,
                new LoadCounts(tally.rows(), 0, 0, 0, 0, tally.rejected(), 0),
                null,
                new Cleanings(),
                List.of(),
                List.of(),
                tally.remarks(),
                lines(tally),
                seconds(arrival));
    }

    private static List<String> lines(Tally tally) {
        return tally.firstRejections().stream()
                .limit(SHOWN_REJECTIONS)
                .map(Rejection::message)
                .toList();
    }

    private static double seconds(Arrival arrival) {
        return Math.round((System.nanoTime() - arrival.nanoTime()) / 1e6) / 1e3;
    }
}
