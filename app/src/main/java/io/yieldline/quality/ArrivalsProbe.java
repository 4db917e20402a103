package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks whether the exports of the latest days arrived, and explains missing ones. */
final class ArrivalsProbe implements Probe {
    private static final List<String> COLUMNS = List.of("feed", "day", "weekday", "records", "usual", "arrival");
    private static final int WEEKS = 8;
    private static final int FEWEST_WEEKS = 3;

    private final int days;
    private final int shortPercent;
    private final int fewestRecords;

    ArrivalsProbe(Options options) {
        options.known("days", "short_percent", "fewest_records");
        this.days = options.number("days", 7);
        this.shortPercent = options.number("short_percent", 25);
        this.fewestRecords = options.number("fewest_records", 20);
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        inspection.settings().expectedFeeds().forEach(inspection.feeds()::named);
        List<Day> seen = inspection
                .warehouse()
                .read(session -> inspection.feeds().all().stream()
                        .flatMap(feed -> days(session, feed, inspection).stream())
                        .toList());
        List<Finding> findings = findings(seen, severity);
        long judged = seen.stream().filter(day -> day.arrival().judged()).count();
        long failing = seen.stream().filter(day -> day.arrival().alarming()).count();
        return new Observation(
                failing,
                judged,
                findings,
                new Table(COLUMNS, seen.stream().map(Day::row).toList()));
    }

    private List<Day> days(Session session, Feed feed, Inspection inspection) {
        DayCounts counts = DayCounts.of(session, feed, inspection);
        CheckSettings settings = inspection.settings();
        boolean expected = settings.expectedFeeds().isEmpty()
                ? !counts.isEmpty()
                : settings.expectedFeeds().contains(feed.name());
        if (!expected) {
            return List.of();
        }
        LocalDate last = inspection.to() == null ? inspection.today().minusDays(1) : inspection.to();
        LocalDate first = inspection.from() == null ? last.minusDays(days - 1L) : inspection.from();
        List<Covered> covered = covered(session, feed, first, last);
        return first.datesUntil(last.plusDays(1))
                .filter(day -> counts.isEmpty() || !day.isBefore(counts.first()))
                .map(day -> day(counts, day, settings, inspection.now(), covered))
                .toList();
    }

    private Day day(DayCounts counts, LocalDate day, CheckSettings settings, LocalDateTime now, List<Covered> covered) {
        OptionalLong usual = counts.usual(day, WEEKS, FEWEST_WEEKS, settings::works);
        boolean seen = covered.stream().anyMatch(export -> export.covers(day));
        boolean rare = counts.usual(day, WEEKS, 1, settings::works).orElse(fewestRecords) < fewestRecords;
        Arrival arrival = counts.on(day) > 0
                ? arrived(counts.on(day), usual, settings.works(day) && !rare)
                : absent(day, settings, now, seen, rare);
        return new Day(
                counts.feed().name(), day, counts.on(day), usual.isPresent() ? usual.getAsLong() : null, arrival);
    }

    private Arrival arrived(long records, OptionalLong usual, boolean judged) {
        boolean cut = judged && usual.isPresent() && records * 100 < usual.getAsLong() * shortPercent;
        return cut ? Arrival.SHORT : Arrival.ARRIVED;
    }

    private static Arrival absent(
            LocalDate day, CheckSettings settings, LocalDateTime now, boolean seen, boolean rare) {
        if (!settings.works(day)) {
            return Arrival.PLANT_CLOSED;
        }
        if (seen) {
            return Arrival.REAL_ZERO;
        }
        if (rare) {
            return Arrival.RARE;
        }
        LocalDateTime due = settings.due(day);
        if (now.isBefore(due)) {
            return Arrival.NOT_DUE;
        }
        return now.isBefore(due.plusDays(1)) ? Arrival.LATE : Arrival.MISSING;
    }

    private static List<Covered> covered(Session session, Feed feed, LocalDate first, LocalDate last) {
        return session.query(
                "select first_day, last_day from export where feed = ? and status = 'loaded' and last_day >= ? and first_day <= ?",
                row -> new Covered(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                feed.name(),
                first,
                last);
    }

    /** One finding per feed and state. */
    private static List<Finding> findings(List<Day> days, Severity severity) {
        List<Finding> findings = new ArrayList<>();
        for (String feed : days.stream().map(Day::feed).distinct().toList()) {
            for (Arrival arrival : List.of(Arrival.MISSING, Arrival.LATE, Arrival.SHORT)) {
                List<Day> alike = days.stream()
                        .filter(day -> day.feed().equals(feed) && day.arrival() == arrival)
                        .toList();
                if (!alike.isEmpty()) {
                    findings.add(new Finding(
                            arrival == Arrival.MISSING ? severity : Severity.WARN, message(feed, arrival, alike)));
                }
            }
        }
        return findings;
    }

    private static String message(String feed, Arrival arrival, List<Day> days) {
        String list = days.stream().map(day -> day.day().toString()).collect(Collectors.joining(", "));
        return "feed " + feed + " is " + arrival.word() + " for " + list + "; " + arrival.advice();
    }

    /** The days with records of an export. */
    private record Covered(LocalDate first, LocalDate last) {
        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private record Day(
            String feed,
            LocalDate day,
            long records,
            @Nullable Long usual,
            Arrival arrival) {
        List<@Nullable Object> row() {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(feed);
            row.add(day);
            row.add(day.getDayOfWeek().toString().substring(0, 3));
            row.add(records);
            row.add(usual);
            row.add(arrival.word());
            return row;
        }
    }
}
