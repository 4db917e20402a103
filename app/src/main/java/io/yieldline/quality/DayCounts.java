package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The number of records of a feed by day.
 *
 * @param fullDays the production days, in order: not those of a single test weeks after the end of an export
 */
record DayCounts(Feed feed, TreeMap<LocalDate, Long> days, List<LocalDate> fullDays) {
    /** A day with fewer records than this percentage of the median day is not a production day. */
    private static final int STRAGGLERS_PERCENT = 5;

    /** Counts the records of a feed, except future ones; once for all checks. */
    static DayCounts of(Session session, Feed feed, Inspection inspection) {
        return inspection.months().days(feed, () -> counted(session, feed, inspection));
    }

    private static DayCounts counted(Session session, Feed feed, Inspection inspection) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        String select =
                "select day, count(*) as records from " + feed.masterLog() + " where day between ? and ? group by day";
        inspection.askAll(session, Question.table(select, feed, Together::inOrder)).rows().stream()
                .filter(row -> row.get(0) instanceof LocalDate day && !day.isAfter(inspection.today()))
                .forEach(row -> days.put((LocalDate) row.get(0), (Long) row.get(1)));
        return new DayCounts(feed, days, fullDays(days));
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    long on(LocalDate day) {
        return days.getOrDefault(day, 0L);
    }

    /** The first and last production day. */
    LocalDate first() {
        return fullDays.get(0);
    }

    LocalDate last() {
        return fullDays.get(fullDays.size() - 1);
    }

    /**
     * The usual count of a weekday: the median of its latest counts before a day.
     *
     * @param most number of weeks to use, from at most twice as many
     * @param fewest minimum number of counts
     */
    OptionalLong usual(LocalDate day, int most, int fewest, Predicate<LocalDate> counts) {
        List<Long> before = Stream.iterate(day.minusWeeks(1), earlier -> earlier.minusWeeks(1))
                .limit(2L * most)
                .filter(earlier -> on(earlier) > 0 && counts.test(earlier))
                .limit(most)
                .map(this::on)
                .sorted()
                .toList();
        return before.isEmpty() || before.size() < fewest ? OptionalLong.empty() : OptionalLong.of(middle(before));
    }

    private static List<LocalDate> fullDays(TreeMap<LocalDate, Long> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        long middle = middle(days.values().stream().sorted().toList());
        return days.entrySet().stream()
                .filter(day -> day.getValue() * 100 >= middle * STRAGGLERS_PERCENT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long middle(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
