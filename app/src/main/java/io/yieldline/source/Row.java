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
        ERROR,
        /** A text too long to be stored, of which only the beginning was read. */
        TOO_LONG
    }

    /** Characters of the longest text that is read whole and stored. */
    public static final int LONGEST_TEXT = 4_000;

    /** Characters of all texts of a row; of texts beyond that only the beginning is read. */
    public static final int LONGEST_ROW = 250_000;

    /** Bytes of memory of a cell in addition to its characters. */
    private static final int CELL_BYTES = 64;

    private final int number;
    private final @Nullable String[] texts;
    private final Kind[] kinds;
    private final short @Nullable [] cleanings;
    private final @Nullable String @Nullable [] numbers;

    /** Takes ownership of texts and kinds, which have the same length. */
    public Row(int number, @Nullable String[] texts, Kind[] kinds) {
        this(number, texts, kinds, null, null);
    }

    /**
     * Takes ownership of the arrays.
     *
     * @param cleanings marks of what was cleaned in each cell; null if nothing was
     * @param numbers the number behind a date that is a whole day; null if there is none
     */
    Row(
            int number,
            @Nullable String[] texts,
            Kind[] kinds,
            short @Nullable [] cleanings,
            @Nullable String @Nullable [] numbers) {
        this.number = number;
        this.texts = texts;
        this.kinds = kinds;
        this.cleanings = cleanings;
        this.numbers = numbers;
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

    /** What was cleaned in a cell, as marks of {@link Cleaning}; 0 for nothing. */
    public int cleanings(int column) {
        return cleanings == null || column >= cleanings.length ? 0 : cleanings[column];
    }

    /** The number that the file has for a date that is a whole day: under a date format, an identifier looks like one; else null. */
    public @Nullable String number(int column) {
        return numbers == null || column >= numbers.length ? null : numbers[column];
    }

    /** The memory of the row, in bytes, if its texts are shared with no other row. */
    public long bytes() {
        return CELL_BYTES * (1L + texts.length) + 2 * characters();
    }

    /** The number of characters in all cells. */
    long characters() {
        long characters = 0;
        for (String text : texts) {
            characters += text == null ? 0 : text.length();
        }
        return characters;
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
