package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.Excerpt;
import io.yieldline.source.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the user should know of the tables of an export: which were read, which not, and which rows are no records. */
final class Remarks {
    /** A title above a table has fewer cells and lines; more may be a table. */
    private static final int TITLE_CELLS = 3;

    private static final int TITLE_LINES = 20;

    /** Tables that are named; the others are counted. */
    private static final int MOST_NAMED = 20;

    private static final int SHOWN = 80;

    private final List<String> read = new ArrayList<>();
    private final List<String> notRead = new ArrayList<>();
    private final Map<OtherTable, Long> others = new LinkedHashMap<>();
    private final List<String> totals = new ArrayList<>();
    private long withoutHeader;
    private @Nullable String firstWithoutHeader;
    private int headers;
    private int pageLines;
    private int totalLines;
    private int besides;

    private @Nullable String feed;
    private boolean below;
    private boolean wide;
    private int number;
    private long above;
    private long rows;

    /** A row that stands above a header, or in a table without one. */
    void above(Row row) {
        above++;
        wide |= row.filled() >= TITLE_CELLS;
    }

    /** A header was found, with other tables beside; the rows above it are its titles, or a table of their own. */
    void begin(int tableNumber, List<OtherTable> beside) {
        beside.forEach(other -> others.putIfAbsent(other, 0L));
        number = tableNumber;
        if (wide || above > TITLE_LINES) {
            notRead.add(Counted.of(above, "row") + " above a header");
        }
        startAgain();
        below = true;
    }

    private void startAgain() {
        above = 0;
        wide = false;
        feed = null;
    }

    /** From here on the table is of another feed. */
    void otherFeed(String name) {
        feed = name;
        above = 0;
    }

    /** A row that was parsed. */
    void count() {
        rows++;
    }

    /** A row of a table that is not read. */
    void count(OtherTable other) {
        others.merge(other, 1L, Long::sum);
    }

    /** A row with a text in a column (from 0) that has no header. */
    void withoutHeader(Row row, int column) {
        if (withoutHeader == 0) {
            firstWithoutHeader = Row.place(row.number()) + ", column " + (column + 1);
        }
        withoutHeader++;
    }

    /** The end of a sheet or table. */
    void end(String table) {
        if (below) {
            read.add(table + " (" + Counted.of(rows, "row")
                    + (number == 1 ? "" : String.format(Locale.ROOT, ", numbered from %d", Row.inTable(1, number)))
                    + ")");
        }
        if (above > 0) {
            notRead.add(unread(table, above, feed));
        }
        startAgain();
        below = false;
        rows = 0;
    }

    private static String unread(String table, long rows, @Nullable String feed) {
        return table + " (" + Counted.of(rows, "row")
                + (feed == null
                        ? ", no header of a feed)"
                        : " of a " + feed + " export; load them from a file of their own)");
    }

    void headerAgain() {
        headers++;
    }

    void pageLine() {
        pageLines++;
    }

    void beside() {
        besides++;
    }

    /** Totals lines are shown, as far as there are few. */
    void total(Row row) {
        totalLines++;
        if (totals.size() < 3) {
            totals.add(Row.place(row.number()) + " \"" + Excerpt.of(row.joined(), SHOWN) + "\"");
        }
    }

    /** One line for each kind; none if the export is one table with nothing beside it. */
    List<String> lines() {
        return Stream.of(read.size() > 1 ? "read " + named(read) : "", notRead(), noRecords())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String notRead() {
        List<String> all = new ArrayList<>(notRead);
        others.forEach((other, count) -> all.add(unread(other.name(), count, other.feed())));
        if (withoutHeader > 0) {
            all.add("texts in columns without a header (" + Counted.of(withoutHeader, "row") + "; the first is "
                    + firstWithoutHeader + ")");
        }
        return all.isEmpty() ? "" : "not read: " + named(all);
    }

    private String noRecords() {
        String shown = totals.isEmpty() ? "" : " (" + String.join(", ", totals) + ")";
        List<String> kinds = Stream.of(
                        counted(headers, "repeated header row"),
                        counted(pageLines, "page line"),
                        counted(totalLines, "totals line") + (totalLines == 0 ? "" : shown),
                        besides == 0 ? "" : Counted.of(besides, "row") + " beside the table")
                .filter(kind -> !kind.isEmpty())
                .toList();
        return kinds.isEmpty() ? "" : "no records: " + String.join(", ", kinds);
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : Counted.of(count, what);
    }

    private static String named(List<String> tables) {
        String first = String.join(", ", tables.subList(0, Math.min(MOST_NAMED, tables.size())));
        return tables.size() <= MOST_NAMED ? first : first + " and " + (tables.size() - MOST_NAMED) + " more";
    }
}
