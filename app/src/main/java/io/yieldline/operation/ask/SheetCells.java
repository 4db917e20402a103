package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.UserError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Values in cells of an Excel sheet; a text is never a formula. */
final class SheetCells {
    private static final int SHEET_ROWS = 1_048_576;

    private SheetCells() {}

    /** Refuses rows that do not fit on a sheet below so many others. */
    static void requireRoom(long rows, int above, String name) {
        if (rows + above >= SHEET_ROWS) {
            throw new UserError(name + ": " + Counted.of(rows, "row")
                    + " do not fit on an Excel sheet; choose fewer days, or --format csv");
        }
    }

    static void set(Worksheet sheet, int row, List<@Nullable Object> values) {
        for (int column = 0; column < values.size(); column++) {
            set(sheet, row, column, values.get(column));
        }
    }

    private static void set(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value != null) {
            sheet.inlineString(row, column, value.toString());
        }
    }
}
