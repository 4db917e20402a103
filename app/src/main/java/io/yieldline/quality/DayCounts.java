package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How many records a feed has on each day. */
record DayCounts(Feed feed, TreeMap<LocalDate, Long> days) {
    /** A day with fewer records in a hundred of the middle day is a straggler, not a day of production. */
    private static final int STRAGGLERS_PERCENT = 5;

    /** Counts the records of a feed, those of the future left out. */
    static DayCounts of(Session session, Feed feed, LocalDate today) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        session.query(
                "select day, count(*) from " + feed.masterLog() + " where day <= ? group by day",
                row -> days.put(row.getObject(1, LocalDate.class), row.getLong(2)),
                today);
        return new DayCounts(feed, days);
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    long on(LocalDate day) {
        return days.getOrDefault(day, 0L);
    }

    /** The first and last day of production: a test that ended weeks after the export's last day extends nothing. */
    LocalDate first() {
        return fullDays().findFirst().orElseThrow();
    }

    LocalDate last() {
        return fullDays().reduce((earlier, later) -> later).orElseThrow();
    }

    /**
     * What is usual on a weekday: the middle one of its latest counts before a day, which itself has no say.
     *
     * @param most how many weeks to look at, over at most twice as many
     * @param fewest without so many counts nothing is usual
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

    private Stream<LocalDate> fullDays() {
        long middle = middle(days.values().stream().sorted().toList());
        return days.keySet().stream().filter(day -> on(day) * 100 >= middle * STRAGGLERS_PERCENT);
    }

    private static long middle(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
