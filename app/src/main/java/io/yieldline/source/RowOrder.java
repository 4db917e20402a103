package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a sheet in the order of their numbers and joins the parts of a row, because Excel reads them in any order: some
 * writers leave a cell of a row behind the next rows. It holds back only some rows, so that a sheet is still streamed.
 */
final class RowOrder {
    /** Gives the rows as the file has them. */
    interface Rows {
        @Nullable
        Row next() throws SourceException;
    }

    /** Rows that are held back. */
    static final int MOST_ROWS = 1_000;

    /** Characters of the rows that are held back. */
    private static final long MOST_CHARACTERS = 1 << 20;

    private final Rows rows;
    private final Deque<Row> held = new ArrayDeque<>();
    private long characters;
    private int given;
    private boolean ended;

    RowOrder(Rows rows) {
        this.rows = rows;
    }

    /** The row with the next higher number; null at the end. */
    @Nullable
    Row next() throws SourceException {
        while (!ended && held.size() < MOST_ROWS && characters < MOST_CHARACTERS) {
            Row row = rows.next();
            ended = row == null;
            if (row != null) {
                hold(row);
            }
        }
        return held.isEmpty() ? null : give(held.removeFirst());
    }

    private void hold(Row row) throws SourceException {
        if (row.number() <= given) {
            throw new SourceException(
                    Fault.BAD_REFERENCE,
                    "row " + row.number() + " stands behind row " + given
                            + ", too far from its place; open the file in Excel, save it as .xlsx and load that");
        }
        characters += row.characters();
        if (held.isEmpty() || held.getLast().number() < row.number()) {
            held.addLast(row);
        } else {
            insert(row);
        }
    }

    /** A row that stands behind later ones, or a part of one that is held; it has few behind it. */
    private void insert(Row row) throws SourceException {
        Deque<Row> behind = new ArrayDeque<>();
        while (!held.isEmpty() && held.getLast().number() > row.number()) {
            behind.addFirst(held.removeLast());
        }
        boolean again = !held.isEmpty() && held.getLast().number() == row.number();
        held.addLast(again ? held.removeLast().with(row) : row);
        held.addAll(behind);
    }

    private Row give(Row row) {
        given = row.number();
        characters -= row.characters();
        return row;
    }
}
