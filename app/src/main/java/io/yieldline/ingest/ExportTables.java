package io.yieldline.ingest;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.feed.Parsed;
import io.yieldline.feed.RecordParser;
import io.yieldline.feed.Rejection;
import io.yieldline.source.Row;
import io.yieldline.source.RowReader;
import io.yieldline.source.SourceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an export that have the header of its feed, in all sheets and wherever it stands in them. Their rows are parsed; what
 * is no row of such a table becomes a remark. The first header decides the feed.
 */
final class ExportTables {
    /** Titles that are remembered, because a printed report repeats them on each page. */
    private static final int MOST_TITLES = 100;

    private final RowReader reader;
    private final Feeds feeds;
    private final Set<String> headers;
    private final Function<HeaderMatch, RecordParser> parsers;
    private final Remarks remarks = new Remarks();
    private final Set<String> titles = new HashSet<>();
    private final Deque<Parsed> ready = new ArrayDeque<>();
    private final Set<String> unknownColumns = new LinkedHashSet<>();
    private final Set<String> missingColumns = new LinkedHashSet<>();
    private HeaderRow header = HeaderRow.NONE;
    private @Nullable Feed feed;
    private @Nullable HeaderMatch best;
    private long bytes;
    private int firstNumber = 1;
    private int nextNumber = 1;

    ExportTables(RowReader reader, Feeds feeds, Function<HeaderMatch, RecordParser> parsers) {
        this.reader = reader;
        this.feeds = feeds;
        this.headers = feeds.headerKeys();
        this.parsers = parsers;
    }

    /** The header of the first table that has one. */
    HeaderMatch header() throws SourceException {
        while (header.tables().isEmpty()) {
            Row row = nextRow();
            if (row == null) {
                throw new UnfitException(HeaderText.unfit(Optional.ofNullable(best)));
            }
            readAbove(row);
        }
        return header.tables().get(0).header();
    }

    /** The next row of a table; null after the last table. */
    @Nullable
    Parsed next() throws SourceException {
        while (ready.isEmpty()) {
            Row row = nextRow();
            if (row == null) {
                return null;
            }
            if (header.tables().isEmpty()) {
                readAbove(row);
            } else {
                parse(row);
            }
        }
        return ready.poll();
    }

    /** The memory of the last row, in bytes. */
    long bytes() {
        return bytes;
    }

    /** At the end: the columns of the tables that are none of the feed. */
    List<String> unknownColumns() {
        return List.copyOf(unknownColumns);
    }

    /** At the end: the optional columns of the feed that a table lacks. */
    List<String> missingColumns() {
        return List.copyOf(missingColumns);
    }

    /** At the end: what the user should know of the tables and of the rows that are no records. */
    List<String> remarks() {
        return remarks.lines();
    }

    private @Nullable Row nextRow() throws SourceException {
        Row row = reader.next();
        while (row == null || row.isBlank()) {
            if (row == null && !nextTable()) {
                return null;
            }
            row = reader.next();
        }
        return row;
    }

    private boolean nextTable() throws SourceException {
        remarks.end(reader.table());
        header = HeaderRow.NONE;
        firstNumber = nextNumber;
        return reader.nextTable();
    }

    private void readAbove(Row row) {
        Optional<HeaderMatch> match = match(row);
        best = match.map(this::better).orElse(best);
        if (match.isEmpty() || !match.get().complete()) {
            remember(row);
            remarks.above(row);
        } else {
            begin(match.get(), row);
        }
    }

    private void remember(Row row) {
        if (titles.size() < MOST_TITLES) {
            titles.add(row.joined());
        }
    }

    /** A table begins below this header, unless it is of another feed. */
    private void begin(HeaderMatch match, Row row) {
        if (feed != null && !match.feed().equals(feed)) {
            remarks.otherFeed(match.feed().name());
            header = HeaderRow.NONE;
            return;
        }
        feed = match.feed();
        header = HeaderRow.of(match, row, feeds, parsers, firstNumber);
        header.tables().forEach(part -> begin(part, row));
        nextNumber = Math.max(nextNumber, firstNumber + header.tables().size());
        if (nextNumber > Row.MOST_TABLES) {
            throw new UnfitException("more than " + (Row.MOST_TABLES - 1)
                    + " tables have the header of a feed; load them from several files");
        }
        remarks.begin(firstNumber, header.others());
    }

    private void begin(TablePart part, Row row) {
        part.parser().countHeader(part.of(row));
        unknownColumns.addAll(part.header().unknown());
        missingColumns.addAll(part.header().lacking());
    }

    private HeaderMatch better(HeaderMatch match) {
        return best == null || match.matchedColumns() > best.matchedColumns() ? match : best;
    }

    private void parse(Row row) {
        bytes = row.bytes();
        for (TablePart part : header.tables()) {
            Row own = part.of(row);
            Parsed parsed = own.isBlank() ? null : part.parser().parse(own);
            if (parsed instanceof Rejection && isHeaderAgain(row)) {
                return;
            }
            if (parsed != null && !(parsed instanceof Rejection && isAside(own, part))) {
                remarks.count();
                ready.add(parsed);
            }
        }
        countUnread(row);
    }

    /** Counts a row with texts outside of the tables that are read. */
    private void countUnread(Row row) {
        for (OtherTable other : header.others()) {
            if (other.isIn(row)) {
                remarks.count(other);
            }
        }
        OptionalInt column = header.columnWithoutHeader(row);
        if (column.isPresent() && !ready.isEmpty()) {
            remarks.withoutHeader(row, column.getAsInt());
        } else if (column.isPresent()
                && header.tables().stream().allMatch(part -> part.of(row).isBlank())) {
            isAside(row, header.tables().get(0));
        }
    }

    private boolean isHeaderAgain(Row row) {
        Optional<HeaderMatch> again = match(row).filter(HeaderMatch::complete);
        if (again.isPresent()) {
            remarks.headerAgain();
            begin(again.get(), row);
        }
        return again.isPresent();
    }

    /** Whether a rejected row was never meant as a record, such as a line of a printed page or a totals line. */
    private boolean isAside(Row row, TablePart part) {
        if (titles.contains(row.joined()) || AsideLine.isOfPage(row)) {
            remarks.pageLine();
        } else if (AsideLine.isTotal(row)) {
            remarks.total(row);
        } else if (part.isBeside(row)) {
            remarks.beside();
        } else {
            return false;
        }
        return true;
    }

    /** The feed with this header row; most rows have no known header at all. */
    private Optional<HeaderMatch> match(Row row) {
        long known = IntStream.range(0, row.size())
                .filter(column -> isHeader(row, column))
                .limit(2)
                .count();
        return known < 2 ? Optional.empty() : Optional.of(feeds.match(row.texts()));
    }

    private boolean isHeader(Row row, int column) {
        String text = row.text(column);
        return text != null && row.kind(column) == Row.Kind.TEXT && headers.contains(HeaderMatch.key(text));
    }
}
