package io.yieldline.ingest;

import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.RecordParser;
import io.yieldline.source.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What stands below a header row: mostly one table, sometimes several beside each other, and texts in columns without a header.
 *
 * @param tables the tables of the feed
 * @param others the tables beside them that are not read
 * @param named the columns with a header
 */
record HeaderRow(List<TablePart> tables, List<OtherTable> others, BitSet named) {
    /** While no header was found. */
    static final HeaderRow NONE = new HeaderRow(List.of(), List.of(), new BitSet());

    /** Of a complete header; its first table has the number. */
    static HeaderRow of(
            HeaderMatch match, Row row, Feeds feeds, Function<HeaderMatch, RecordParser> parsers, int number) {
        if (match.repeated().isEmpty()) {
            TablePart whole = new TablePart(match, parsers.apply(match), 0, Integer.MAX_VALUE, number);
            return new HeaderRow(List.of(whole), List.of(), named(row));
        }
        List<TablePart> tables = new ArrayList<>();
        List<OtherTable> others = new ArrayList<>();
        for (HeaderSpan span : HeaderSpan.of(row, feeds)) {
            if (span.isOf(match.feed())) {
                tables.add(TablePart.of(span, parsers, number + tables.size()));
            } else {
                others.add(OtherTable.of(span));
            }
        }
        if (tables.isEmpty()) {
            throw new UnfitException(HeaderText.repeated(match));
        }
        return new HeaderRow(tables, others, named(row));
    }

    private static BitSet named(Row row) {
        BitSet named = new BitSet();
        IntStream.range(0, row.size()).filter(row::hasText).forEach(named::set);
        return named;
    }

    /** The first column, from 0, in which a row has a text and the header has none. */
    OptionalInt columnWithoutHeader(Row row) {
        int column = named.nextClearBit(0);
        while (column < row.size() && !row.hasText(column)) {
            column = named.nextClearBit(column + 1);
        }
        return column < row.size() ? OptionalInt.of(column) : OptionalInt.empty();
    }
}
