package io.yieldline.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of an export as read; never changes, so that it may be handed across threads. */
public final class Row {
    /** What a cell was in the file. */
    public enum Kind {
        /** Nothing, or an empty text. */
        BLANK,
        /** Text; all that CSV and most of what HTML holds. */
        TEXT,
        /** A number, as plain digits. */
        NUMBER,
        /** An integral number beyond 2^53: its last digits were lost before we read it. */
        IMPRECISE,
        /** A date or time, as {@code yyyy-MM-dd HH:mm:ss}. */
        DATE,
        /** {@code TRUE} or {@code FALSE}. */
        BOOLEAN,
        /** An error such as {@code #N/A}, a formula without value, a number cell that holds no number. */
        ERROR
    }

    private final int number;
    private final @Nullable String[] texts;
    private final Kind[] kinds;

    /** The texts and kinds belong to the row from now on; they have the same length. */
    public Row(int number, @Nullable String[] texts, Kind[] kinds) {
        this.number = number;
        this.texts = texts;
        this.kinds = kinds;
    }

    /** The 1-based number of the row as a person sees it in Excel; for CSV the record's first line, for HTML the table row. */
    public int number() {
        return number;
    }

    /** How many columns there are up to the last cell that is not blank. */
    public int size() {
        return texts.length;
    }

    /** The canonical text of a cell, null when it is blank or beyond the row's size. */
    public @Nullable String text(int column) {
        return column < texts.length ? texts[column] : null;
    }

    /** What the cell was in the file. */
    public Kind kind(int column) {
        return column < kinds.length ? kinds[column] : Kind.BLANK;
    }

    /** Whether no cell has any text but white space. */
    public boolean isBlank() {
        return Arrays.stream(texts).allMatch(text -> text == null || text.isBlank());
    }

    @Override
    public String toString() {
        return "row " + number + " " + Arrays.toString(texts);
    }
}
