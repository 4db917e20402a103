package io.yieldline.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes one table in every format: rows of texts, numbers and nulls for blanks; an empty list is a blank row. */
final class TableFile {
    private static final Charset UTF_16_LE = StandardCharsets.UTF_16LE;

    private TableFile() {}

    static Path xlsx(Path folder, List<List<Object>> table) {
        return write(folder.resolve("table.xlsx"), out -> {
            try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
                fill(workbook.newWorksheet("Export"), table);
            }
        });
    }

    static void fill(Worksheet sheet, List<List<Object>> table) {
        forEachCell(table, (row, column, value) -> {
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, (String) value);
            }
        });
    }

    static Path xls(Path folder, List<List<Object>> table) {
        return write(folder.resolve("table.xls"), out -> {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                fill(workbook.createSheet("Export"), table);
                workbook.write(out);
            }
        });
    }

    static void fill(HSSFSheet sheet, List<List<Object>> table) {
        forEachCell(table, (row, column, value) -> {
            var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            set(line.createCell(column), value);
        });
    }

    private static void set(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
    }

    static Path csv(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "table.csv", delimited(table, ",", "\n"));
    }

    static Path semicolons(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "marked.csv", "\uFEFF" + delimited(table, ";", "\r\n"));
    }

    static Path pipes(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "pipes.txt", delimited(table, "|", "\r"));
    }

    static Path tsv(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "table.xls", delimited(table, "\t", "\r\n"));
    }

    static Path utf16Tsv(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "unicode.txt", "\uFEFF" + delimited(table, "\t", "\r\n"), UTF_16_LE);
    }

    static Path unmarkedUtf16Tsv(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "unmarked.txt", delimited(table, "\t", "\r\n"), StandardCharsets.UTF_16BE);
    }

    static Path html(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "page.xls", page(table));
    }

    static Path utf16Html(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "unicode.html", "\uFEFF\r\n\r\n" + page(table), UTF_16_LE);
    }

    static Path quotedArchive(Path folder, List<List<Object>> table) {
        String encoded =
                page(table).chars().mapToObj(TableFile::quotedPrintable).collect(Collectors.joining());
        return archive(folder, "quoted-printable", encoded.replaceAll("(.{1,70}(?<!=|=.))(?=.)", "$1=\r\n"));
    }

    private static String quotedPrintable(int character) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append(b < 0 || b == '=' || b == '\n' ? "=%02X".formatted(b) : String.valueOf((char) b));
        }
        return encoded.toString();
    }

    static Path base64Archive(Path folder, List<List<Object>> table) {
        return archive(
                folder,
                "base64",
                Base64.getMimeEncoder().encodeToString(page(table).getBytes(StandardCharsets.UTF_8)));
    }

    private static Path archive(Path folder, String encoding, String body) {
        return Exports.text(folder, "archive.mht", """
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="--=_Part"

                This is a web archive.
                ----=_Part
                Content-Type: text/css

                td { color: black }
                ----=_Part
                Content-Transfer-Encoding: %s
                Content-Type: text/html; charset="utf-8"

                %s
                ----=_Part--
                """.formatted(encoding, body));
    }

    static Path spreadsheetMl(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "workbook.xml", workbook(table, "UTF-8"));
    }

    static Path utf16SpreadsheetMl(Path folder, List<List<Object>> table) {
        return Exports.text(folder, "unicode.xml", "\uFEFF\r\n" + workbook(table, "UTF-16"), UTF_16_LE);
    }

    private static String delimited(List<List<Object>> table, String delimiter, String lineEnd) {
        return table.stream()
                .map(row -> row.stream().map(TableFile::quoted).collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    private static String quoted(Object value) {
        if (value == null || value instanceof Number) {
            return plain(value);
        }
        return '"' + plain(value).replace("\"", "\"\"") + '"';
    }

    private static String plain(Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    private static String page(List<List<Object>> table) {
        return """
                <html><head><meta charset="utf-8"><title>Report</title><style>td { mso-number-format: "\\@" }</style></head>
                <body><table border=1>
                %s
                </table></body></html>
                """.formatted(markup(
                table,
                row -> "<tr>" + row + "</tr>",
                value -> "<td>" + escaped(value).replace("\n", "<br>") + "</td>"));
    }

    private static String workbook(List<List<Object>> table, String encoding) {
        return """
                <?xml version="1.0" encoding="%s"?>
                <?mso-application progid="Excel.Sheet"?>
                <ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
                <ss:Worksheet ss:Name="Export"><ss:Table>
                %s
                </ss:Table></ss:Worksheet>
                <ss:Worksheet ss:Name="Other"><ss:Table><ss:Row/></ss:Table></ss:Worksheet></ss:Workbook>
                """.formatted(
                encoding,
                markup(
                        table,
                        row -> "<ss:Row>" + row + "</ss:Row>",
                        value -> value == null
                                ? "<ss:Cell/>"
                                : "<ss:Cell><ss:Data ss:Type=\"" + (value instanceof Number ? "Number" : "String")
                                        + "\">" + escaped(value).replace("\n", "&#10;") + "</ss:Data></ss:Cell>"));
    }

    private static String markup(
            List<List<Object>> table, Function<String, String> row, Function<Object, String> cell) {
        return table.stream()
                .map(values -> row.apply(values.stream().map(cell).collect(Collectors.joining())))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(Object value) {
        return plain(value).replace("&", "&amp;").replace("<", "&lt;");
    }

    private interface CellConsumer {
        void accept(int row, int column, Object value);
    }

    private static void forEachCell(List<List<Object>> table, CellConsumer cells) {
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.get(row).size(); column++) {
                Object value = table.get(row).get(column);
                if (value != null) {
                    cells.accept(row, column, value);
                }
            }
        }
    }

    private static Path write(Path file, XlsxFile.Content content) {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
