package io.yieldline.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Rows of a second table of an export are numbered from here, and so on, so that each row has a number of its own. */
    private static final int TABLE = 10_000_000;

    /** Tables whose rows have numbers. */
    public static final int MOST_TABLES = 200;

    /** Characters of a row that is shown as one text. */
    private static final int SHOWN = 500;

    /** Bytes of memory of a cell in addition to its characters. */
    private static final int CELL_BYTES = 64;

    private final int number;
    private final @Nullable String[] texts;
    private final Kind[] kinds;
    private final @Nullable Note @Nullable [] notes;
    private final long characters;

    /** Takes ownership of texts and kinds, which have the same length. */
    public Row(int number, @Nullable String[] texts, Kind[] kinds) {
        this(number, texts, kinds, null);
    }

    /**
     * Takes ownership of the arrays.
     *
     * @param notes what else is known of some cells; null if of none
     */
    Row(int number, @Nullable String[] texts, Kind[] kinds, @Nullable Note @Nullable [] notes) {
        this.number = number;
        this.texts = texts;
        this.kinds = kinds;
        this.notes = notes;
        this.characters = characters(texts);
    }

    /**
     * The 1-based row number as in Excel; for CSV the first line of the record, for HTML the table row. In the second table of an
     * export row 5 is 20,000,005.
     */
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

    /** Whether a cell has a text, other than blanks. */
    public boolean hasText(int column) {
        String text = text(column);
        return text != null && !text.isBlank();
    }

    /** The text of a cell as the file has it; null if it is blank. */
    public @Nullable String raw(int column) {
        Note note = note(column);
        return note == null || note.raw == null ? text(column) : note.raw;
    }

    /** What was cleaned in a cell, as marks of {@link Cleaning}; 0 for nothing. */
    public int cleanings(int column) {
        Note note = note(column);
        return note == null ? 0 : note.cleanings;
    }

    /** The number that the file has for a date that is a whole day: under a date format, an identifier looks like one; else null. */
    public @Nullable String number(int column) {
        Note note = note(column);
        return note == null ? null : note.number;
    }

    private @Nullable Note note(int column) {
        return notes == null || column >= notes.length ? null : notes[column];
    }

    /** The memory of the row, in bytes, if its texts are shared with no other row. */
    public long bytes() {
        return CELL_BYTES * (1L + texts.length) + 2 * characters;
    }

    /** The number of a row in a table of an export; the first table has the numbers of the file. */
    public static int inTable(int number, int table) {
        return table == 1 ? number : table * TABLE + number;
    }

    /** A row number in words: {@code row 5}, or {@code row 5 of table 2}. */
    public static String place(int number) {
        return number < 2 * TABLE ? "row " + number : "row " + number % TABLE + " of table " + number / TABLE;
    }

    /** This row with its number in a table of the export. */
    public Row inTable(int table) {
        return table == 1 ? this : new Row(inTable(number, table), texts, kinds, notes);
    }

    /** The cells from a column up to another one; the others are blank. */
    public Row within(int from, int to) {
        if (from == 0 && to >= size()) {
            return this;
        }
        int size = Math.min(to, size());
        @Nullable String[] some = Arrays.copyOf(texts, size);
        Kind[] someKinds = Arrays.copyOf(kinds, size);
        Arrays.fill(some, 0, Math.min(from, size), null);
        Arrays.fill(someKinds, 0, Math.min(from, size), Kind.BLANK);
        return new Row(number, some, someKinds, notesWithin(from, size));
    }

    private @Nullable Note @Nullable [] notesWithin(int from, int to) {
        if (notes == null) {
            return null;
        }
        @Nullable Note[] some = Arrays.copyOf(notes, to);
        Arrays.fill(some, 0, Math.min(from, to), null);
        return some;
    }

    /** This row with the cells of another part of it; each cell stands in one of them. */
    Row with(Row more) throws SourceException {
        int size = Math.max(size(), more.size());
        @Nullable String[] both = Arrays.copyOf(texts, size);
        Kind[] bothKinds = Arrays.copyOf(kinds, size);
        Arrays.fill(bothKinds, size(), size, Kind.BLANK);
        @Nullable Note[] bothNotes = new Note[size];
        for (int column = 0; column < size; column++) {
            Row from = more.kind(column) == Kind.BLANK ? this : more;
            if (from == more && kind(column) != Kind.BLANK) {
                throw RowBuilder.twice(number, column);
            }
            both[column] = from.text(column);
            bothKinds[column] = from.kind(column);
            bothNotes[column] = from.note(column);
        }
        return new Row(number, both, bothKinds, bothNotes);
    }

    /** The texts of all cells. */
    public List<@Nullable String> texts() {
        return Collections.unmodifiableList(Arrays.asList(texts));
    }

    /** The texts that are not blank in one, the first characters of it. */
    public String joined() {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < texts.length && joined.length() < SHOWN; i++) {
            String text = texts[i];
            if (text != null && !text.isBlank()) {
                joined.append(joined.isEmpty() ? "" : " ").append(text.strip());
            }
        }
        return joined.substring(0, Math.min(SHOWN, joined.length()));
    }

    /** The number of cells that are not blank. */
    public int filled() {
        return (int) IntStream.range(0, size()).filter(this::hasText).count();
    }

    /** The number of characters in all cells. */
    long characters() {
        return characters;
    }

    private static long characters(@Nullable String[] texts) {
        long characters = 0;
        for (String text : texts) {
            characters += text == null ? 0 : text.length();
        }
        return characters;
    }

    /** Whether all cells are blank or white space. */
    public boolean isBlank() {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "row " + number + " " + Arrays.toString(texts);
    }

    /**
     * What is known of a cell beside its text.
     *
     * @param cleanings what was cleaned, as marks of {@link Cleaning}
     * @param raw the text as the file has it; null if nothing was cleaned
     * @param number the number behind a date that is a whole day; null if it is none
     */
    record Note(
            int cleanings, @Nullable String raw, @Nullable String number) {}
}
