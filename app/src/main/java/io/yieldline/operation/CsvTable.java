package io.yieldline.operation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180, lines ended by a line feed). A text that a spreadsheet would run as a formula gets an apostrophe. */
public final class CsvTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s]*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.][0-9]+)?");

    private CsvTable() {}

    /** Writes header and rows; flushes the writer and leaves it open. */
    public static void write(Table table, Writer out) {
        write(table.columns(), table.rows()::forEach, out);
    }

    /** Writes the header and each row as it arrives; flushes the writer and leaves it open. */
    public static void write(List<String> columns, Consumer<Consumer<List<@Nullable Object>>> rows, Writer out) {
        @SuppressWarnings("resource")
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(columns);
        rows.accept(row -> csv.writeRecord(row.stream().map(CsvTable::safe).toList()));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as text; blank for null. */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String safe(@Nullable Object value) {
        String text = text(value);
        boolean dangerous = value instanceof String
                && FORMULA.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
        return dangerous ? "'" + text : text;
    }
}
