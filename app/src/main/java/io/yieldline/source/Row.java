package io.yieldline.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of an export; immutable, for use across threads. */
public final class Row {
    /** The kind of a cell in the file. */
    public enum Kind {
        /** Blank or empty text. */
        BLANK,
        /** Text; every cell of CSV and most cells of HTML. */
        TEXT,
        /** A number, as plain digits. */
        NUMBER,
        /** An integral number beyond 2^53: its last digits are lost in the file. */
        IMPRECISE,
        /** A date or time, as {@code yyyy-MM-dd HH:mm:ss}. */
        DATE,
        /** {@code TRUE} or {@code FALSE}. */
        BOOLEAN,
        /** An error such as {@code #N/A}, a formula without value, or a numeric cell without a number. */
        ERROR
    }

    private final int number;
    private final @Nullable String[] texts;
    private final Kind[] kinds;

    /** Takes ownership of texts and kinds, which have the same length. */
    public Row(int number, @Nullable String[] texts, Kind[] kinds) {
        this.number = number;
        this.texts = texts;
        this.kinds = kinds;
    }

    /** The 1-based row number as in Excel; for CSV the first line of the record, for HTML the table row. */
    public int number() {
        return number;
    }

    /** The number of columns up to the last cell that is not blank. */
    public int size() {
        return texts.length;
    }

    /** The canonical text of a cell; null if it is blank or beyond the size of the row. */
    public @Nullable String text(int column) {
        return column < texts.length ? texts[column] : null;
    }

    /** The kind of a cell in the file. */
    public Kind kind(int column) {
        return column < kinds.length ? kinds[column] : Kind.BLANK;
    }

    /** Whether all cells are blank or white space. */
    public boolean isBlank() {
        return Arrays.stream(texts).allMatch(text -> text == null || text.isBlank());
    }

    @Override
    public String toString() {
        return "row " + number + " " + Arrays.toString(texts);
    }
}
