package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name in the records of a feed.
 *
 * @param name the name; null for records without one
 * @param records how many records have it
 * @param first the first day of them
 */
record NameCount(@Nullable String name, long records, LocalDate first) {
    private static final Comparator<@Nullable String> BY_BYTES = Comparator.nullsLast(FailingRows::compare);

    /** Asks for the names in a column, or in what an expression makes of it. */
    static Question question(Feed feed, String expression) {
        String select = "select n.name, count(*) as records, min(n.day) as first_day from (select " + expression
                + " as name, day from " + feed.masterLog()
                + " where day between ? and ?) n group by n.name order by n.name";
        return Question.table(select, feed);
    }

    /** The names of all parts, each once, in order; records without a name are last. */
    static List<NameCount> together(Collection<Table> parts) {
        Map<@Nullable String, NameCount> names = new TreeMap<>(BY_BYTES);
        parts.stream().flatMap(NameCount::of).forEach(count -> names.merge(count.name(), count, NameCount::and));
        return new ArrayList<>(names.values());
    }

    private static Stream<NameCount> of(Table part) {
        return part.rows().stream()
                .map(row -> new NameCount((String) row.get(0), (Long) row.get(1), (LocalDate) row.get(2)));
    }

    private NameCount and(NameCount other) {
        return new NameCount(name, records + other.records, first.isBefore(other.first) ? first : other.first);
    }
}
