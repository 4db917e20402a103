package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Checks that a working day has a usual record count for its weekday. The day itself is not included in the usual count. */
final class WeekdayCountsProbe implements Probe {
    private static final String AS_USUAL = "as usual";
    private static final List<Field<Count>> FIELDS = List.of(
            new Field<>("feed", Count::feed),
            new Field<>("day", Count::day),
            new Field<>("weekday", Count::weekday),
            new Field<>("records", Count::records),
            new Field<>("usual", Count::usual),
            new Field<>("verdict", Count::verdict));

    private final int days;
    private final int weeks;
    private final int fewestWeeks;
    private final int fewestRecords;
    private final int lowPercent;
    private final int highPercent;

    WeekdayCountsProbe(Options options) {
        options.known("days", "weeks", "fewest_weeks", "fewest_records", "low_percent", "high_percent");
        this.days = options.number("days", 14);
        this.weeks = options.number("weeks", 8);
        this.fewestWeeks = options.number("fewest_weeks", 3);
        this.fewestRecords = options.number("fewest_records", 50);
        this.lowPercent = options.number("low_percent", 50);
        this.highPercent = options.number("high_percent", 200);
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            List<Count> counts = inspection.feeds().all().stream()
                    .flatMap(feed -> counts(session, feed, inspection))
                    .toList();
            List<Finding> findings = counts.stream()
                    .filter(count -> !count.verdict().equals(AS_USUAL))
                    .map(count -> new Finding(severity, count.message()))
                    .toList();
            return new Observation(findings.size(), (long) counts.size(), findings, Table.of(counts, FIELDS));
        });
    }

    private Stream<Count> counts(Session session, Feed feed, Inspection inspection) {
        DayCounts counts = DayCounts.of(session, feed, inspection);
        if (counts.isEmpty()) {
            return Stream.of();
        }
        CheckSettings settings = inspection.settings();
        Window window = inspection.window(session, days);
        return counts.days().keySet().stream()
                .filter(day -> !day.isBefore(window.from()) && !day.isAfter(window.to()))
                .filter(day -> settings.works(day) && day.isBefore(inspection.today()))
                .filter(day -> !day.isAfter(counts.last()))
                .flatMap(day -> count(counts, day, counts.usual(day, weeks, fewestWeeks, settings::works)).stream());
    }

    private Optional<Count> count(DayCounts counts, LocalDate day, OptionalLong usual) {
        if (usual.isEmpty() || usual.getAsLong() < fewestRecords) {
            return Optional.empty();
        }
        long records = counts.on(day);
        return Optional.of(
                new Count(counts.feed().name(), day, records, usual.getAsLong(), verdict(records, usual.getAsLong())));
    }

    private String verdict(long records, long usual) {
        if (records * 100 < usual * lowPercent) {
            return "too few";
        }
        return records * 100 > usual * highPercent ? "too many" : AS_USUAL;
    }

    /** The records of a feed on a day beside the usual ones of its weekday. */
    private record Count(String feed, LocalDate day, long records, long usual, String verdict) {
        String weekday() {
            return day.getDayOfWeek().toString().substring(0, 3);
        }

        String message() {
            return String.format(
                    Locale.ROOT,
                    "feed %s has %,d records on %s (%s), %s: usual are %,d; export that day again, or add it under closed_days",
                    feed,
                    records,
                    day,
                    weekday(),
                    verdict,
                    usual);
        }
    }
}
