package io.yieldline.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is no record. The row is kept with all its cells.
 *
 * @param rowNumber its row in the export
 * @param column the header of the column that is wrong
 * @param value what stands there, null when blank
 * @param reason what is wrong with it
 * @param cells all cells of the row
 */
public record Rejection(
        int rowNumber, String column, @Nullable String value, Reason reason, List<@Nullable String> cells)
        implements Parsed {

    /** What can be wrong with a value. */
    public enum Reason {
        BLANK("is blank; every row needs it"),
        NOT_A_TIME("is no date and time; write it as 2025-04-15 13:45:00"),
        NOT_A_NUMBER("is no number"),
        CELL_ERROR("is a spreadsheet error; mend the formula and export again"),
        IMPRECISE("is a number too long for a number cell, its last digits are lost; export it as text");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The end of the sentence that begins with column and value. */
        public String text() {
            return text;
        }
    }

    /** Row, column, value and what to do, in one line. */
    public String message() {
        String shown = value == null ? "" : " \"" + value + "\"";
        return "row " + rowNumber + ": " + column + shown + " " + reason.text();
    }
}
