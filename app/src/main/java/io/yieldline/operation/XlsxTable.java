package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as an Excel file with one sheet. Text is written as text, never as a formula. */
public final class XlsxTable {
    private static final int SHEET_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;

    private XlsxTable() {}

    /**
     * Writes a file; leaves the stream open.
     *
     * @param name what the table is called, such as the name of a mart
     * @throws UserError if the rows do not fit on a sheet
     */
    public static void write(Table table, String name, OutputStream out) throws IOException {
        requireRoom(table.rows().size(), 0, name);
        try (Workbook workbook = new Workbook(out, "Yieldline", "1.0")) {
            fill(workbook.newWorksheet(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name), table);
        }
    }

    /** Refuses rows that do not fit on a sheet below so many others. */
    public static void requireRoom(long rows, int above, String name) {
        if (rows + above >= SHEET_ROWS) {
            throw new UserError(name + ": " + Counted.of(rows, "row")
                    + " do not fit on an Excel sheet; choose fewer days, or --format csv");
        }
    }

    private static void fill(Worksheet sheet, Table table) {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column));
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < table.rows().size(); row++) {
            setRow(sheet, row + 1, table.rows().get(row));
        }
        sheet.freezePane(0, 1);
    }

    /** Writes values into a row of a sheet. */
    public static void setRow(Worksheet sheet, int row, List<@Nullable Object> values) {
        for (int column = 0; column < values.size(); column++) {
            setCell(sheet, row, column, values.get(column));
        }
    }

    private static void setCell(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value != null) {
            sheet.inlineString(row, column, fitting(sheet, row, value.toString()));
        }
    }

    /** A text that a cell can hold: one that was cut would be another. */
    private static String fitting(Worksheet sheet, int row, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new UserError(String.format(
                    Locale.ROOT,
                    "%s: a text of %,d characters in row %,d does not fit into an Excel cell, which holds %,d; choose --format csv",
                    sheet.getName(),
                    text.length(),
                    row + 1,
                    LONGEST_TEXT));
        }
        return text;
    }
}
