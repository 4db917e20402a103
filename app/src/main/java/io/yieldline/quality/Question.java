package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Something to ask of records that can be asked of each month by itself: the answer for all days is made from those for the months.
 *
 * @param text all that decides the answer beside the records: the SELECT and its values
 * @param feeds the feeds whose master log and history it reads
 * @param tables other tables that it reads, such as unit tables
 * @param exports whether it also reads which exports show the records
 * @param around how many months before and after a month decide its answer, too
 * @param given what else decides the answer for a month, by month
 * @param ask finds the answer
 */
record Question(
        String text,
        List<Feed> feeds,
        List<String> tables,
        boolean exports,
        int around,
        UnaryOperator<String> given,
        Ask ask) {
    /** Stands for all months where a question is asked of all days at once. */
    static final String ALL = "";

    /** Asked of the records of some feeds, of which nothing but those of the month itself decides. */
    static Question of(String text, List<Feed> feeds, Ask ask) {
        return new Question(text, feeds, List.of(), false, 0, month -> "", ask);
    }

    /** A SELECT of records with two parameters: the first and the last day. */
    static Question table(String select, Feed... feeds) {
        return of(
                select,
                List.of(feeds),
                (session, part) -> session.table(
                        part.with() + select,
                        part.window().from(),
                        part.window().to()));
    }

    /** The same, where it also reads which exports show the records. */
    Question andExports() {
        return new Question(text, feeds, tables, true, around, given, ask);
    }

    /** The same, where something else decides that differs from month to month. */
    Question given(UnaryOperator<String> also) {
        return new Question(text, feeds, tables, exports, around, also, ask);
    }

    /** The same, where other tables and the records of the months around a month decide, too. */
    Question reading(List<String> others, int months) {
        return new Question(text, feeds, others, exports, months, given, ask);
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
     * @param month the month; {@link #ALL} for all days
     * @param with what precedes a SELECT and limits the master logs to these days; empty for all days
     * @param window its first and last day
     */
    record Part(String month, String with, Window window) {}
}
