package io.yieldline.ingest;

import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.RecordParser;
import io.yieldline.source.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    /** The tables below a header row, at least one. */
    static List<TablePart> of(
            HeaderMatch match, Row row, Feeds feeds, Function<HeaderMatch, RecordParser> parsers, int number) {
        if (match.repeated().isEmpty()) {
            return List.of(new TablePart(match, parsers.apply(match), 0, Integer.MAX_VALUE, number));
        }
        List<TablePart> parts = new ArrayList<>();
        for (int from = 0; from < row.size(); ) {
            int to = endOfPart(row, from);
            HeaderMatch part = feeds.match(row.within(from, to).texts());
            if (part.complete() && part.repeated().isEmpty() && part.feed().equals(match.feed())) {
                parts.add(new TablePart(part, parsers.apply(part), from, to, number + parts.size()));
            }
            from = to;
        }
        if (parts.isEmpty()) {
            throw new UnfitException(HeaderText.repeated(match));
        }
        return parts;
    }

    /** Tables beside each other are apart by a column without a header, or begin with the same header. */
    private static int endOfPart(Row row, int from) {
        String first = key(row.text(from));
        for (int column = from + 1; column < row.size(); column++) {
            String key = key(row.text(column));
            if (key.isEmpty() != first.isEmpty() || (!first.isEmpty() && key.equals(first))) {
                return column;
            }
        }
        return row.size();
    }

    private static String key(@Nullable String text) {
        return text == null ? "" : HeaderMatch.key(text);
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
