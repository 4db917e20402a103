package io.yieldline.feed;

import io.yieldline.Excerpt;
import io.yieldline.source.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejected row with all its cells.
 *
 * @param rowNumber row number in the export
 * @param column header of the wrong column
 * @param value the value, null if blank
 * @param reason the error
 * @param cells all cells of the row
 */
public record Rejection(
        int rowNumber, String column, @Nullable String value, Reason reason, List<@Nullable String> cells)
        implements Parsed {

    private static final int CELL_BYTES = 64;

    /** Characters of a value in a message. */
    private static final int SHOWN = 200;

    /** The possible errors of a value. */
    public enum Reason {
        BLANK("is blank; every row needs it"),
        NOT_A_TIME("is not a valid timestamp; write it as 2025-04-15 13:45:00"),
        NOT_A_NUMBER("is not a valid number"),
        NO_DECIMAL(
                "does not fit a column of type decimal: 12 digits before the point, and 6 after it for numbers below 0.001;"
                        + " give the column the type text in its feed"),
        CELL_ERROR("is a spreadsheet error; fix the formula and export again"),
        TOO_LONG(
                "is longer than the 4,000 characters that are stored, or its row than 250,000; shorten it and export again"),
        IMPRECISE("is too long for a numeric cell and lost its last digits; export it as text"),
        SHORTENED(
                "is a number that a spreadsheet program has shortened, its digits are lost; give the column the format Text"
                        + " before you save, or load the file as it was exported"),
        NO_SECONDS(
                "has no seconds, but other times of this feed have them; load the file as it was exported, without saving it"
                        + " in a spreadsheet program");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The message after column and value. */
        public String text() {
            return text;
        }
    }

    /** The memory of its cells, in bytes. */
    public long bytes() {
        return cells.stream()
                .mapToLong(cell -> CELL_BYTES + (cell == null ? 0 : 2L * cell.length()))
                .sum();
    }

    /** Row, column, value and what to do, in one line. A long value is shown as its start and its length. */
    public String message() {
        return Row.place(rowNumber) + ": " + message(column, value, reason.text());
    }

    /** Column, value and reason of a stored rejection, in one line. */
    public static String message(String column, @Nullable String value, String reason) {
        return column + (value == null ? "" : " \"" + Excerpt.of(value, SHOWN) + "\"") + " " + reason;
    }
}
