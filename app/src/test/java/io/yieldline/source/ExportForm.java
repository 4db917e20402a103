package io.yieldline.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** A format with its encoding. */
enum ExportForm {
    XLSX(null, null),
    XLS(null, null),
    SPREADSHEET_ML(TableFile::spreadsheetMl, null),
    HTML(TableFile::html, null),
    UTF_16_HTML(TableFile::utf16Html, null),
    WEB_ARCHIVE(TableFile::base64Archive, null),
    CSV(TableFile::csv, null),
    SEMICOLONS(TableFile::semicolons, null),
    PIPES(TableFile::pipes, null),
    TABS(TableFile::tsv, null),
    UTF_16_TABS(TableFile::utf16Tsv, null),
    GB18030(TableFile::csv, "GB18030", "返工流程测试", "接触不良,重新插拔", "正常流程"),
    BIG5(TableFile::csv, "Big5", "返工流程測試", "接觸不良,重新插拔", "正常流程"),
    SHIFT_JIS(TableFile::csv, "Shift_JIS", "再作業ライン検査", "接触不良のため再挿入", "通常ライン");

    private final @Nullable BiFunction<Path, List<List<Object>>, Path> writer;
    private final @Nullable String charset;
    private final String[] flows;

    ExportForm(@Nullable BiFunction<Path, List<List<Object>>, Path> writer, @Nullable String charset, String... flows) {
        this.writer = writer;
        this.charset = charset;
        this.flows = charset == null ? new String[] {"NC PG520 TIM Rework", "Sort test", ""} : flows;
    }

    /** Whether it can have several sheets. */
    boolean workbook() {
        return writer == null;
    }

    /** Whether nothing in the file says how its texts are to be read. */
    boolean unclear() {
        return charset != null;
    }

    /** Names of flows, in the language of the encoding. */
    String[] flows() {
        return flows;
    }

    /** Writes the tables, each into a sheet of its own. */
    Path write(Path folder, String name, List<List<List<Object>>> tables, List<String> sheets) {
        try {
            Path file = written(Files.createDirectories(folder.resolve(name)), tables, sheets);
            return Files.move(file, folder.resolve(name + "-" + file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path written(Path folder, List<List<List<Object>>> tables, List<String> sheets) throws IOException {
        if (writer == null) {
            return this == XLSX ? xlsx(folder, tables, sheets) : xls(folder, tables, sheets);
        }
        Path file = writer.apply(folder, tables.get(0));
        if (charset != null) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Files.write(file, text.getBytes(Charset.forName(charset)));
        }
        return file;
    }

    private static Path xlsx(Path folder, List<List<List<Object>>> tables, List<String> sheets) throws IOException {
        Path file = folder.resolve("table.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            for (int i = 0; i < tables.size(); i++) {
                TableFile.fill(workbook.newWorksheet(sheets.get(i)), tables.get(i));
            }
        }
        return file;
    }

    private static Path xls(Path folder, List<List<List<Object>>> tables, List<String> sheets) throws IOException {
        Path file = folder.resolve("table.xls");
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (int i = 0; i < tables.size(); i++) {
                TableFile.fill(workbook.createSheet(sheets.get(i)), tables.get(i));
            }
            workbook.write(out);
        }
        return file;
    }
}
