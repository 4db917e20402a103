package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
        return Question.table(select, feed, Together.folded(1, Fold.SUM, Fold.LEAST));
    }

    /** The names of an answer, in order; records without a name are last. */
    static List<NameCount> of(Table answer) {
        return answer.rows().stream()
                .map(row -> new NameCount((String) row.get(0), (Long) row.get(1), (LocalDate) row.get(2)))
                .sorted(Comparator.comparing(NameCount::name, BY_BYTES))
                .toList();
    }
}
