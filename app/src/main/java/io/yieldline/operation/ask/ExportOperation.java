package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes marts and views to files, one file each. */
public final class ExportOperation implements Operation<ExportOperation.Parameters, ExportOperation.Exported> {
    /** The name of this operation. */
    public static final String NAME = "export";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Write marts and views to CSV or Excel files.";

    private static final int SHEET_ROWS = 1_048_576;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [MART...] [--format csv|xlsx]";
    }

    @Override
    public Exported run(Parameters parameters, Context context) {
        List<String> tables = parameters.tables().isEmpty()
                ? context.marts().all().stream().map(mart -> mart.name()).toList()
                : parameters.tables().stream()
                        .map(table -> ShowOperation.known(table, context.marts()))
                        .toList();
        return new Exported(
                tables.stream().map(table -> write(table, parameters, context)).toList());
    }

    private static Written write(String name, Parameters parameters, Context context) {
        context.progress().begins("export " + name);
        Table table = new ShowOperation()
                .run(new ShowOperation.Parameters(name, parameters.range(), Map.of(), null), context)
                .table();
        Path file = parameters.folder().resolve(name + "." + parameters.format());
        try {
            Files.createDirectories(parameters.folder());
            Path part = parameters.folder().resolve("." + file.getFileName() + ".part");
            try {
                write(table, name, parameters.format(), part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + e.getMessage() + ")");
        }
        return new Written(file.toString(), table.rows().size());
    }

    private static void write(Table table, String name, String format, Path file) throws IOException {
        if (format.equals("xlsx")) {
            requireRoom(table, name);
            try (OutputStream out = Files.newOutputStream(file);
                    Workbook workbook = new Workbook(out, "Yieldline", "1.0")) {
                fill(workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name), table);
            }
        } else {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                CsvTable.write(table, out);
            }
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
            sheet.inlineString(row, column, value.toString());
        }
    }

    /**
     * The parameters.
     *
     * @param tables marts and views; empty for all marts
     * @param folder target folder
     * @param format {@code csv} or {@code xlsx}
     */
    public record Parameters(List<String> tables, DayRange range, Path folder, String format) {}

    /** A written file. */
    public record Written(String file, long rows) {}

    /** The files. */
    public record Exported(List<Written> files) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(files.size(), "file") + " written, "
                    + Counted.of(files.stream().mapToLong(Written::rows).sum(), "row");
        }
    }
}
