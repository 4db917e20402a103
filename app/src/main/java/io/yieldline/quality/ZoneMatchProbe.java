package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the records of one feed appear in another at the same time. If they only match with an offset of some hours, a
 * time zone is wrong. Records outside the time range of the other feed are not checked.
 */
final class ZoneMatchProbe implements Probe {
    private static final String GAPS = ResourceFolder.text(ZoneMatchProbe.class, "zone_gaps.sql");
    private static final String UNMATCHED = ResourceFolder.text(ZoneMatchProbe.class, "zone_unmatched.sql");
    private static final String TOTAL = ResourceFolder.text(ZoneMatchProbe.class, "zone_total.sql");
    private static final String COUNT = "select count(*) from ";
    private static final String DAYS = " where day between ? and ?";
    private static final long WIDEST = 26 * 3600;
    private static final int WIDEST_DAYS = 3;
    private static final long QUARTER = 900;
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "UTC",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Tokyo");

    private final String judged;
    private final String reference;
    private final int leastPercent;

    ZoneMatchProbe(Options options) {
        options.known("feed", "reference", "least_percent");
        this.judged = options.text("feed", "testboard");
        this.reference = options.text("reference", "workstation");
        this.leastPercent = options.number("least_percent", 99);
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        Feed feed = inspection.feeds().named(judged);
        Feed other = inspection.feeds().named(reference);
        return inspection.warehouse().read(session -> look(session, feed, other, inspection, severity));
    }

    private Observation look(Session session, Feed feed, Feed other, Inspection inspection, Severity severity) {
        Times times = Times.of(session, inspection, other);
        if (times.first() == null || times.last() == null) {
            return Observation.nothing();
        }
        String count = sql(TOTAL, feed, other);
        Question.Ask ask = (asking, part) -> asking.table(part.with() + count, times.values(part.window()));
        long total = Together.number(
                inspection.ask(session, question(count, feed, other, times, ask, Together.folded(0, Fold.SUM))));
        if (total == 0) {
            return Observation.nothing();
        }
        String select = sql(UNMATCHED, feed, other);
        Table rows = inspection.ask(
                session,
                question(
                        "rows of" + select,
                        feed,
                        other,
                        times,
                        unmatched(select, times, FailingRows::of),
                        FailingRows::merged));
        long failing = rows.rows().size() < FailingRows.LISTED
                ? rows.rows().size()
                : Together.number(inspection.ask(session, number(select, feed, other, times)));
        boolean enough = (total - failing) * 100 >= total * leastPercent;
        List<Finding> findings = enough
                ? List.of()
                : List.of(new Finding(
                        severity, message(session, feed, other, inspection, new Match(total - failing, total))));
        return new Observation(failing, total, findings, FailingRows.withFiles(session, rows));
    }

    private static Question number(String select, Feed feed, Feed other, Times times) {
        Answer count = (asking, with, bound) ->
                asking.table(with + "select count(*) from " + bound.subquery(), bound.values());
        Together sum = Together.folded(0, Fold.SUM);
        return question("number of" + select, feed, other, times, unmatched(select, times, count), sum);
    }

    private static Question.Ask unmatched(String select, Times times, Answer answer) {
        return (asking, part) ->
                answer.of(asking, part.with(), new Bound("(\n" + select + "\n) z", times.values(part.window())));
    }

    /** The times of the reference decide at its first and last month only: elsewhere every record is within them. */
    private static Question question(
            String text, Feed feed, Feed other, Times times, Question.Ask ask, Together together) {
        return Question.of(text, List.of(feed, other), ask, together).given(times::around);
    }

    private String message(Session session, Feed feed, Feed other, Inspection inspection, Match match) {
        Optional<Map.Entry<Long, Long>> best =
                gaps(session, feed, other, inspection).entrySet().stream().max(Map.Entry.comparingByValue());
        String found = String.format(
                Locale.ROOT,
                "%,d of %,d %s records are in %s at the same time",
                match.found(),
                match.total(),
                feed.name(),
                other.name());
        return best.filter(gap -> gap.getKey() != 0 && gap.getValue() > match.found())
                .map(gap -> found
                        + String.format(
                                Locale.ROOT,
                                ", but %,d of all %,d would be",
                                gap.getValue(),
                                Together.number(inspection.ask(
                                        session, Question.number(COUNT + feed.masterLog() + DAYS, feed))))
                        + better(session, feed, inspection, gap.getKey()))
                .orElse(found + "; load the " + other.name() + " exports of the same days");
    }

    /** How many records would match with each offset of whole quarters of an hour, within little more than a day. */
    private static Map<Long, Long> gaps(Session session, Feed feed, Feed other, Inspection inspection) {
        String select = sql(GAPS, feed, other);
        Question.Ask ask = (asking, part) -> {
            Window days = part.window();
            Window wider = days.wider(WIDEST_DAYS);
            return asking.table(part.with() + select, days.from(), days.to(), wider.from(), wider.to());
        };
        Question question = Question.of(select, List.of(feed, other), ask, Together.folded(1, Fold.SUM))
                .reading(List.of(), 1, 1);
        Map<Long, Long> gaps = new TreeMap<>();
        inspection.ask(session, question).rows().forEach(row -> gaps.put((Long) row.get(0), (Long) row.get(1)));
        gaps.keySet().removeIf(gap -> Math.abs(gap) > WIDEST || gap % QUARTER != 0);
        return gaps;
    }

    private static String better(Session session, Feed feed, Inspection inspection, long gap) {
        LocalDateTime last = Times.of(session, inspection, feed).last();
        LocalDateTime latest = last == null ? inspection.now() : last;
        ZoneOffset fits = ZoneOffset.ofTotalSeconds(
                Math.floorMod(offset(feed, inspection, latest) - (int) gap + 43_200, 86_400) - 43_200);
        return String.format(
                Locale.ROOT,
                " %s h %s; the times fit UTC%s%s: %s",
                new BigDecimal(Math.abs(gap)).divide(BigDecimal.valueOf(3600)).toPlainString(),
                gap < 0 ? "earlier" : "later",
                fits.equals(ZoneOffset.UTC) ? "" : fits.getId(),
                zones(fits, latest),
                inspection.plant().rules().convertZones()
                        ? "correct zone in feeds/" + feed.name() + ".yaml, then run: yieldline rebuild"
                        : "set convert_zones in rules.yaml to true, then run: yieldline rebuild");
    }

    /** The assumed UTC offset of the times of the feed. */
    private static int offset(Feed feed, Inspection inspection, LocalDateTime at) {
        ZoneId plant = inspection.plant().settings().zone();
        @Nullable ZoneId own = inspection.plant().rules().convertZones() ? feed.zone() : null;
        return at.atZone(own == null ? plant : own).getOffset().getTotalSeconds();
    }

    private static String zones(ZoneOffset offset, LocalDateTime at) {
        List<String> names = ZONES.stream()
                .filter(zone -> ZoneId.of(zone).getRules().getOffset(at).equals(offset))
                .limit(2)
                .toList();
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(" or ", " (such as ", ")"));
    }

    private static String sql(String text, Feed feed, Feed other) {
        return text.replace("${judged}", feed.masterLog()).replace("${reference}", other.masterLog());
    }

    /** The number of matched records, and of all records. */
    private record Match(long found, long total) {}

    /** What a SELECT gives. */
    private interface Answer {
        Table of(Session session, String with, Bound bound);
    }

    /** When the first and the last record of a feed ended; null if it has none. */
    private record Times(
            @Nullable LocalDateTime first, @Nullable LocalDateTime last) {
        static Times of(Session session, Inspection inspection, Feed feed) {
            String select = "select min(ended_at), max(ended_at) from " + feed.masterLog() + DAYS;
            Question question = Question.table(select, feed, Together.folded(0, Fold.LEAST, Fold.GREATEST));
            List<@Nullable Object> row =
                    inspection.askAll(session, question).rows().get(0);
            return new Times((LocalDateTime) row.get(0), (LocalDateTime) row.get(1));
        }

        @Nullable
        Object[] values(Window days) {
            return new @Nullable Object[] {days.from(), days.to(), first, last};
        }

        /** How the two limit the records of some months: by a time, or not at all, or wholly. */
        String around(Span months) {
            return limit(months.days(), first) + " " + limit(months.days(), last);
        }

        /** Production days begin and end within a day of the calendar day. */
        private static String limit(Window days, @Nullable LocalDateTime time) {
            if (time == null) {
                return "none";
            }
            LocalDate day = time.toLocalDate();
            if (day.isBefore(days.from().minusDays(1))) {
                return "before";
            }
            return day.isAfter(days.to().plusDays(1)) ? "after" : time.toString();
        }
    }
}
