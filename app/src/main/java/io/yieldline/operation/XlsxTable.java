package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
        requireRoom(table, name);
        try (Workbook workbook = new Workbook(out, "Yieldline", "1.0")) {
            fill(workbook.newWorksheet(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name), table);
        }
    }

    private static void requireRoom(Table table, String name) {
        if (table.rows().size() >= SHEET_ROWS) {
            throw new UserError(name + ": " + Counted.of(table.rows().size(), "row")
                    + " do not fit on an Excel sheet; choose fewer days, or --format csv");
        }
    }

    private static void fill(Worksheet sheet, Table table) {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column));
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<@Nullable Object> values = table.rows().get(row);
            for (int column = 0; column < values.size(); column++) {
                setCell(sheet, row + 1, column, values.get(column));
            }
        }
        sheet.freezePane(0, 1);
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
            String text = value.toString();
            sheet.inlineString(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        }
    }
}
