package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the records of one feed appear in another at the same time. If they only match with an offset of some hours, a
 * time zone is wrong. Records outside the time range of the other feed are not checked.
 */
final class ZoneMatchProbe implements Probe {
    private static final String GAPS = YamlNode.resourceText(ZoneMatchProbe.class, "zone_gaps.sql");
    private static final String UNMATCHED = YamlNode.resourceText(ZoneMatchProbe.class, "zone_unmatched.sql");
    private static final String TOTAL = YamlNode.resourceText(ZoneMatchProbe.class, "zone_total.sql");
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
        long total = sum(inspection.ask(
                session,
                question(
                        TOTAL,
                        feed,
                        other,
                        times,
                        (asking, part) ->
                                asking.table(part.with() + sql(TOTAL, feed, other), times.values(part.window())))));
        if (total == 0) {
            return Observation.nothing();
        }
        Table rows = FailingRows.merged(unmatched(session, feed, other, inspection, times, "rows of", FailingRows::of)
                .values());
        long failing = rows.rows().size() < FailingRows.LISTED
                ? rows.rows().size()
                : sum(unmatched(
                        session,
                        feed,
                        other,
                        inspection,
                        times,
                        "number of",
                        (asking, with, bound) ->
                                asking.table(with + "select count(*) from " + bound.subquery(), bound.values())));
        boolean enough = (total - failing) * 100 >= total * leastPercent;
        List<Finding> findings = enough
                ? List.of()
                : List.of(new Finding(
                        severity, message(session, feed, other, inspection, new Match(total - failing, total))));
        return new Observation(failing, total, findings, FailingRows.withFiles(session, rows));
    }

    private static Map<String, Table> unmatched(
            Session session, Feed feed, Feed other, Inspection inspection, Times times, String what, Answer answer) {
        String select = sql(UNMATCHED, feed, other);
        return inspection.ask(
                session,
                question(
                        what + select,
                        feed,
                        other,
                        times,
                        (asking, part) -> answer.of(
                                asking,
                                part.with(),
                                new Bound("(\n" + select + "\n) z", times.values(part.window())))));
    }

    /** The times of the reference decide at its first and last month only: elsewhere every record is within them. */
    private static Question question(String text, Feed feed, Feed other, Times times, Question.Ask ask) {
        return Question.of(sql(text, feed, other), List.of(feed, other), ask).given(times::around);
    }

    private static long sum(Map<String, Table> numbers) {
        return numbers.values().stream()
                .mapToLong(table -> (Long) table.rows().get(0).get(0))
                .sum();
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
                                sum(inspection.ask(session, Question.table(COUNT + feed.masterLog() + DAYS, feed))))
                        + better(session, feed, inspection, gap.getKey()))
                .orElse(found + "; load the " + other.name() + " exports of the same days");
    }

    /** How many records would match with each offset of whole quarters of an hour, within little more than a day. */
    private static Map<Long, Long> gaps(Session session, Feed feed, Feed other, Inspection inspection) {
        String select = sql(GAPS, feed, other);
        Question question = Question.of(select, List.of(feed, other), (asking, part) -> {
                    Window days = part.window();
                    Window wider = days.wider(WIDEST_DAYS);
                    return asking.table(part.with() + select, days.from(), days.to(), wider.from(), wider.to());
                })
                .reading(List.of(), 1);
        Map<Long, Long> gaps = new TreeMap<>();
        inspection.ask(session, question).values().stream()
                .flatMap(table -> table.rows().stream())
                .forEach(row -> gaps.merge((Long) row.get(0), (Long) row.get(1), Long::sum));
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
            return inspection.askAll(session, Question.table(select, feed)).values().stream()
                    .map(table -> table.rows().get(0))
                    .filter(row -> row.get(0) != null)
                    .map(row -> new Times((LocalDateTime) row.get(0), (LocalDateTime) row.get(1)))
                    .reduce(Times::and)
                    .orElse(new Times(null, null));
        }

        /** Only of times that are known. */
        private Times and(Times other) {
            return new Times(
                    Stream.of(this, other)
                            .map(Times::first)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    Stream.of(this, other)
                            .map(Times::last)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }

        @Nullable
        Object[] values(Window days) {
            return new @Nullable Object[] {days.from(), days.to(), first, last};
        }

        /** How the two limit a month: by a time in it or next to it, or not at all, or wholly. */
        String around(String month) {
            return limit(YearMonth.parse(month), first) + " " + limit(YearMonth.parse(month), last);
        }

        private static String limit(YearMonth month, @Nullable LocalDateTime time) {
            if (time == null) {
                return "none";
            }
            YearMonth of = YearMonth.from(time);
            boolean near = !of.isBefore(month.minusMonths(1)) && !of.isAfter(month.plusMonths(1));
            return near ? time.toString() : of.isBefore(month) ? "before" : "after";
        }
    }
}
