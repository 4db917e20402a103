package io.yieldline.ingest;

import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.RecordParser;
import io.yieldline.source.Row;
import java.util.function.Function;

/**
 * A table below a header: all columns of a sheet, or some of them where several tables stand beside each other.
 *
 * @param header the header
 * @param parser parses its rows
 * @param from its first column
 * @param to the column after its last one
 * @param number which of the tables of the export it is, from 1
 */
record TablePart(HeaderMatch header, RecordParser parser, int from, int to, int number) {
    /** One of several tables beside each other. */
    static TablePart of(HeaderSpan span, Function<HeaderMatch, RecordParser> parsers, int number) {
        HeaderMatch header = span.match();
        if (!header.repeated().isEmpty()) {
            throw new UnfitException(HeaderText.repeated(header));
        }
        return new TablePart(header, parsers.apply(header), span.from(), span.to(), number);
    }

    /** The cells of a row that belong to this table. */
    Row of(Row row) {
        return row.within(from, to).inTable(number);
    }

    /** Whether a row has texts only in columns that are none of the feed. */
    boolean isBeside(Row row) {
        return header.positions().stream().allMatch(position -> position < 0 || row.text(position) == null);
    }
}
