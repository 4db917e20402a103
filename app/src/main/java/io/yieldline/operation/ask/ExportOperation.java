package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.WholeFile;
import io.yieldline.operation.XlsxTable;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes marts and views to files, one file each. */
public final class ExportOperation implements Operation<ExportOperation.Parameters, ExportOperation.Exported> {
    /** The name of this operation. */
    public static final String NAME = "export";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE =
            "Write marts and views to CSV or Excel files, or to a workbook that refreshes itself.";

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
        return NAME + " [MART...] [--format csv|xlsx|--live]";
    }

    @Override
    public Exported run(Parameters parameters, Context context) {
        List<String> tables = parameters.tables().isEmpty()
                ? context.marts().all().stream().map(mart -> mart.name()).toList()
                : parameters.tables().stream()
                        .map(table -> ShowOperation.known(table, context.marts()))
                        .toList();
        if (parameters.live() != null) {
            return new Exported(live(tables, parameters, parameters.live(), context));
        }
        return new Exported(
                tables.stream().map(table -> write(table, parameters, context)).toList());
    }

    private static Written write(String name, Parameters parameters, Context context) {
        context.progress().begins("export " + name);
        Table table = new ShowOperation()
                .run(new ShowOperation.Parameters(name, parameters.range(), Map.of(), null, null), context)
                .table();
        Path file = parameters.folder().resolve(name + "." + parameters.format());
        replaced(file, part -> write(table, name, parameters.format(), part));
        return new Written(file.toString(), table.rows().size());
    }

    private static List<Written> live(List<String> tables, Parameters parameters, Live live, Context context) {
        List<Long> rows = new ArrayList<>();
        LiveWorkbook workbook = new LiveWorkbook(context, live.server(), parameters.range());
        replaced(live.file(), part -> rows.addAll(workbook.write(tables, part)));
        return List.of(new Written(
                live.file().toString(), rows.stream().mapToLong(Long::longValue).sum()));
    }

    /** In a folder that is made if it is missing. */
    private static void replaced(Path file, WholeFile.Content content) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + e.getMessage() + ")");
        }
        WholeFile.write(file, content);
    }

    private static void write(Table table, String name, String format, Path file) throws IOException {
        if (format.equals("xlsx")) {
            try (OutputStream out = Files.newOutputStream(file)) {
                XlsxTable.write(table, name, out);
            }
        } else {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                CsvTable.write(table, out);
            }
        }
    }

    /**
     * The parameters.
     *
     * @param tables marts and views; empty for all marts
     * @param folder target folder
     * @param format {@code csv} or {@code xlsx}
     * @param live one workbook that refreshes itself, instead of files; null for files
     */
    public record Parameters(
            List<String> tables,
            DayRange range,
            Path folder,
            String format,
            @Nullable Live live) {}

    /**
     * A workbook that refreshes itself from a server.
     *
     * @param server the address of the server; null for the usual one of the plant
     */
    public record Live(Path file, @Nullable String server) {}

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
