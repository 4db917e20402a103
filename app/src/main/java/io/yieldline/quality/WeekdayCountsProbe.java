package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whether a working day has about as many records as the same weekday used to have. The day itself is no part of "used to". */
final class WeekdayCountsProbe implements Probe {
    private static final List<String> COLUMNS = List.of("feed", "day", "weekday", "records", "usual", "verdict");

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
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            inspection.feeds().all().forEach(feed -> rows.addAll(rows(session, feed, inspection)));
            List<Finding> findings = rows.stream()
                    .filter(row -> !"as usual".equals(row.get(5)))
                    .map(row -> new Finding(severity, message(row)))
                    .toList();
            return new Observation(findings.size(), (long) rows.size(), findings, new Table(COLUMNS, rows));
        });
    }

    private List<List<@Nullable Object>> rows(Session session, Feed feed, Inspection inspection) {
        DayCounts counts = DayCounts.of(session, feed, inspection.today());
        if (counts.isEmpty()) {
            return List.of();
        }
        CheckSettings settings = inspection.settings();
        Window window = inspection.window(session, days);
        return counts.days().keySet().stream()
                .filter(day -> !day.isBefore(window.from()) && !day.isAfter(window.to()))
                .filter(day -> settings.works(day) && day.isBefore(inspection.today()))
                .filter(day -> !day.isAfter(counts.last()))
                .flatMap(day -> row(counts, day, counts.usual(day, weeks, fewestWeeks, settings::works)).stream())
                .toList();
    }

    private List<List<@Nullable Object>> row(DayCounts counts, LocalDate day, OptionalLong usual) {
        if (usual.isEmpty() || usual.getAsLong() < fewestRecords) {
            return List.of();
        }
        long records = counts.on(day);
        String weekday = day.getDayOfWeek().toString().substring(0, 3);
        return List.of(List.of(
                counts.feed().name(), day, weekday, records, usual.getAsLong(), verdict(records, usual.getAsLong())));
    }

    private String verdict(long records, long usual) {
        if (records * 100 < usual * lowPercent) {
            return "too few";
        }
        return records * 100 > usual * highPercent ? "too many" : "as usual";
    }

    private static String message(List<@Nullable Object> row) {
        return String.format(
                Locale.ROOT,
                "feed %s has %,d records on %s (%s), %s: usual are %,d; export that day again, or note that the plant was"
                        + " closed",
                row.get(0),
                row.get(3),
                row.get(1),
                row.get(2),
                row.get(5),
                row.get(4));
    }
}
