package io.yieldline.source;

import io.yieldline.source.Row.Kind;
import io.yieldline.source.SourceException.Fault;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one row after another. All readers use it, so canonical texts and limits
 * are the same for all formats. A reader need not pass on more than {@link #ENOUGH} characters of a text.
 */
final class RowBuilder {
    /** Characters by which a text is known to be too long. */
    static final int ENOUGH = Row.LONGEST_TEXT + 1;

    /** Characters of a cell that are kept in any case. */
    private static final int SHORT_TEXT = 20;

    private final int lastRow;
    private @Nullable String[] texts = new String[32];
    private @Nullable Kind[] kinds = new Kind[32];
    private Row.@Nullable Note @Nullable [] notes;
    private int row;
    private int placed;
    private int size;
    private int characters;

    private RowBuilder(int lastRow) {
        this.lastRow = lastRow;
    }

    /** For a sheet, with the row limit of Excel. */
    static RowBuilder forSheet() {
        return new RowBuilder(SheetLimits.ROWS);
    }

    /** For a text, without row limit. */
    static RowBuilder forText() {
        return new RowBuilder(Integer.MAX_VALUE);
    }

    int row() {
        return row;
    }

    /** Starts a row; {@link RowOrder} puts rows in order. */
    void start(int number) throws SourceException {
        if (number < 1) {
            throw new SourceException(
                    Fault.BAD_REFERENCE,
                    "row " + number
                            + " is before row 1, the first row of a sheet; the file is damaged, export it again");
        }
        if (number > lastRow) {
            throw new SourceException(
                    Fault.BAD_REFERENCE,
                    "row " + number + " is beyond row " + lastRow
                            + ", the last row of a sheet; the file is damaged, export it again");
        }
        row = number;
        Arrays.fill(kinds, 0, placed, null);
        placed = 0;
        size = 0;
        characters = 0;
        notes = null;
    }

    /** Starts a cell, which is blank until a value follows. */
    void place(int column) throws SourceException {
        if (column >= SheetLimits.COLUMNS) {
            throw new SourceException(
                    Fault.BAD_REFERENCE,
                    "row " + row
                            + " has a cell beyond column XFD, the last column of a sheet; the file is damaged, export it again");
        }
        growTo(column + 1);
        if (kinds[column] != null) {
            throw twice(row, column);
        }
        kinds[column] = Kind.BLANK;
        texts[column] = null;
    }

    /** Which of two cells Excel would show depends on the format. */
    static SourceException twice(int row, int column) {
        return new SourceException(
                Fault.BAD_REFERENCE,
                "cell " + CellName.of(row, column) + " appears twice; the file is damaged, export it again");
    }

    private void growTo(int columns) {
        if (columns > kinds.length) {
            int length = Math.max(columns, 2 * kinds.length);
            texts = Arrays.copyOf(texts, length);
            kinds = Arrays.copyOf(kinds, length);
        }
        placed = Math.max(placed, columns);
    }

    void text(int column, String text) {
        text(column, text, 0);
    }

    /** Adds a shared text of the workbook. */
    void shared(int column, int index, SharedStrings strings) throws SourceException {
        String text = strings.get(index, row, column);
        if (strings.isClean(index)) {
            put(column, text, Kind.TEXT);
        } else {
            text(column, text);
        }
    }

    /** Adds a text of which the reader has cleaned something. */
    void text(int column, String raw, int marks) {
        if (CleanText.isClean(raw)) {
            put(column, raw, Kind.TEXT);
            cleaned(column, marks, raw);
        } else {
            CleanText clean = CleanText.of(raw);
            put(column, clean.text(), Kind.TEXT);
            cleaned(column, marks | clean.marks(), raw);
        }
    }

    private void cleaned(int column, int marks, String raw) {
        if (marks != 0) {
            note(column, new Row.Note(marks, raw.substring(0, Math.min(Row.LONGEST_TEXT, raw.length())), null));
        }
    }

    private void note(int column, Row.Note note) {
        Row.@Nullable Note[] known = notes == null ? new Row.Note[kinds.length] : Arrays.copyOf(notes, kinds.length);
        known[column] = note;
        notes = known;
    }

    /**
     * Adds a number as spelled in the file; anything else is kept as an error.
     *
     * @param fill how its format fills it with zeros, so that the text is what people see; null if it does not
     */
    void number(int column, String literal, @Nullable ZeroFill fill) {
        if (fill == null && Numbers.isCanonical(literal)) {
            put(column, literal, Kind.NUMBER);
            return;
        }
        double value = Numbers.parse(literal);
        if (Double.isFinite(value)) {
            number(column, value, fill);
        } else {
            error(column, literal);
        }
    }

    void number(int column, double value, @Nullable ZeroFill fill) {
        put(
                column,
                fill == null ? Numbers.text(value) : fill.text(value),
                Numbers.isImprecise(value) ? Kind.IMPRECISE : Kind.NUMBER);
    }

    /** Adds a date by its Excel serial number; a number outside the calendar is only a number, whatever its format. */
    void date(int column, double serial, boolean from1904) {
        Optional<LocalDateTime> date = Dates.ofSerial(serial, from1904);
        if (date.isEmpty()) {
            number(column, serial, null);
            return;
        }
        date(column, date.get());
        if (serial == Math.rint(serial)) {
            note(column, new Row.Note(0, null, Numbers.text(serial)));
        }
    }

    void date(int column, LocalDateTime date) {
        put(column, Dates.text(date), Kind.DATE);
    }

    void truth(int column, boolean value) {
        put(column, value ? "TRUE" : "FALSE", Kind.BOOLEAN);
    }

    void error(int column, String text) {
        put(column, CleanText.isClean(text) ? text : CleanText.of(text).text(), Kind.ERROR);
    }

    void formulaWithoutValue(int column) {
        error(column, "formula without value");
    }

    private void put(int column, String text, Kind kind) {
        if (!text.isEmpty()) {
            int room = Math.min(Row.LONGEST_TEXT, Math.max(SHORT_TEXT, Row.LONGEST_ROW - characters));
            boolean fits = text.length() <= room;
            texts[column] = fits ? text : text.substring(0, room);
            kinds[column] = fits ? kind : Kind.TOO_LONG;
            size = Math.max(size, column + 1);
            characters += Math.min(room, text.length());
        }
    }

    /** The row; null if all its cells are blank. */
    @Nullable
    Row build() {
        if (size == 0) {
            return null;
        }
        Kind[] copy = new Kind[size];
        for (int column = 0; column < size; column++) {
            Kind kind = kinds[column];
            copy[column] = kind == null ? Kind.BLANK : kind;
        }
        return new Row(row, textsUpTo(copy), copy, notes);
    }

    private @Nullable String[] textsUpTo(Kind[] present) {
        @Nullable String[] copy = new String[present.length];
        for (int column = 0; column < copy.length; column++) {
            copy[column] = present[column] == Kind.BLANK ? null : texts[column];
        }
        return copy;
    }
}
