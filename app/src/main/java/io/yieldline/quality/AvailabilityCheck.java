package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which days have records of each feed, and which should have some and have none. */
final class AvailabilityCheck implements Check {
    @Override
    public String name() {
        return "availability";
    }

    @Override
    public String title() {
        return "Every working day has records of every feed in use";
    }

    @Override
    public CheckReport run(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Feed feed : inspection.feeds().all()) {
            TreeMap<LocalDate, Long> days = inspection.warehouse().read(session -> days(session, feed));
            if (!days.isEmpty()) {
                inspect(feed, days, inspection, findings, rows);
            }
        }
        if (rows.isEmpty()) {
            findings.add(Finding.error("no feed has any record in this range; load exports with: yieldline ingest"));
        }
        Table details = new Table(List.of("feed", "day", "weekday", "records"), rows);
        return new CheckReport(name(), title(), findings, details);
    }

    private static void inspect(
            Feed feed,
            TreeMap<LocalDate, Long> days,
            Inspection inspection,
            List<Finding> findings,
            List<List<@Nullable Object>> rows) {
        LocalDate from = inspection.from() == null ? days.firstKey() : inspection.from();
        LocalDate to = inspection.to() == null ? days.lastKey() : inspection.to();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            long records = days.getOrDefault(day, 0L);
            rows.add(List.of(feed.name(), day, day.getDayOfWeek().toString().substring(0, 3), records));
            if (records == 0 && isWorkingDay(day)) {
                findings.add(Finding.warn("feed " + feed.name() + " has no record on " + day
                        + "; export that day again, or note that the plant was closed"));
            }
        }
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static TreeMap<LocalDate, Long> days(Session session, Feed feed) {
        return new TreeMap<>(session
                .query(
                        "select day, count(*) from " + feed.masterLog() + " group by day",
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
