package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something to ask of records that can be asked of each month by itself: the answer for all days is made from those for the months.
 *
 * @param text all that decides the answer beside the records: the SELECT and its values
 * @param feeds the feeds whose master log and history it reads
 * @param tables other tables that it reads, such as unit tables
 * @param exports whether it also reads which exports show the records
 * @param before how many months before a month decide its answer, too
 * @param after how many months after it do
 * @param given what else decides the answer for some months; null for nothing
 * @param ask finds the answer
 * @param together makes one answer from those for the months
 */
record Question(
        String text,
        List<Feed> feeds,
        List<String> tables,
        boolean exports,
        int before,
        int after,
        @Nullable Function<Span, String> given,
        Ask ask,
        Together together) {
    private static final int ALL_MONTHS = 12 * 9999;

    /** Asked of the records of some feeds, of which nothing but those of the month itself decides. */
    static Question of(String text, List<Feed> feeds, Ask ask, Together together) {
        return new Question(text, feeds, List.of(), false, 0, 0, null, ask, together);
    }

    /** A SELECT of records with two parameters: the first and the last day. */
    static Question table(String select, Feed feed, Together together) {
        return of(
                select,
                List.of(feed),
                (session, part) -> session.table(
                        part.with() + select,
                        part.window().from(),
                        part.window().to()),
                together);
    }

    /** A SELECT of one number, with the same parameters. */
    static Question number(String select, Feed feed) {
        return table(select, feed, Together.folded(0, Fold.SUM));
    }

    /** The same, where it also reads which exports show the records. */
    Question andExports() {
        return new Question(text, feeds, tables, true, before, after, given, ask, together);
    }

    /** The same, where something else decides that differs from month to month. */
    Question given(Function<Span, String> also) {
        return new Question(text, feeds, tables, exports, before, after, also, ask, together);
    }

    /** The same, where other tables and the records of some months before and after a month decide, too. */
    Question reading(List<String> others, int monthsBefore, int monthsAfter) {
        return new Question(text, feeds, others, exports, monthsBefore, monthsAfter, given, ask, together);
    }

    /** The same, where the records of all months decide: it is asked of them at once. */
    Question wholly() {
        return reading(tables, ALL_MONTHS, ALL_MONTHS);
    }

    boolean whole() {
        return before == ALL_MONTHS;
    }

    /** The tables whose records of a month decide. */
    List<String> divided() {
        return Stream.concat(
                        feeds.stream().flatMap(feed -> Stream.of(feed.masterLog(), feed.history())), tables.stream())
                .toList();
    }

    /** Finds the answer for some days. */
    interface Ask {
        /** The answer of a part of the records. */
        Table of(Session session, Part part);
    }

    /**
     * The part of the records that is asked.
     *
     * @param with what precedes a SELECT and limits the master logs to these days; empty for all days
     * @param window its first and last day
     */
    record Part(String with, Window window) {}
}
