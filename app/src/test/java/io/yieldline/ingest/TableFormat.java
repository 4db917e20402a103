package io.yieldline.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/** Formats with several sheets or tables. */
enum TableFormat {
    XLSX {
        @Override
        void write(OutputStream out, List<List<List<String>>> sheets) throws IOException {
            try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
                for (int i = 0; i < sheets.size(); i++) {
                    var sheet = workbook.newWorksheet("S" + (i + 1));
                    forEach(sheets.get(i), sheet::value);
                }
            }
        }
    },
    XLS {
        @Override
        void write(OutputStream out, List<List<List<String>>> sheets) throws IOException {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                for (int i = 0; i < sheets.size(); i++) {
                    var sheet = workbook.createSheet("S" + (i + 1));
                    forEach(sheets.get(i), (row, column, text) -> {
                        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
                        line.createCell(column).setCellValue(text);
                    });
                }
                workbook.write(out);
            }
        }
    },
    XML {
        @Override
        void write(OutputStream out, List<List<List<String>>> sheets) throws IOException {
            StringBuilder xml =
                    new StringBuilder("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:"
                            + "spreadsheet' xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>");
            for (int i = 0; i < sheets.size(); i++) {
                xml.append("<Worksheet ss:Name='S" + (i + 1) + "'><Table>")
                        .append(rows(sheets.get(i), "Row", "<Cell><Data ss:Type='String'>", "</Data></Cell>"))
                        .append("</Table></Worksheet>");
            }
            out.write(xml.append("</Workbook>").toString().getBytes(StandardCharsets.UTF_8));
        }
    },
    HTML {
        @Override
        void write(OutputStream out, List<List<List<String>>> sheets) throws IOException {
            for (List<List<String>> sheet : sheets) {
                out.write(
                        ("<table>" + rows(sheet, "tr", "<td>", "</td>") + "</table>").getBytes(StandardCharsets.UTF_8));
            }
        }
    };

    abstract void write(OutputStream out, List<List<List<String>>> sheets) throws IOException;

    private static String rows(List<List<String>> rows, String tag, String before, String after) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(text -> before + (text == null ? "" : text) + after)
                        .collect(Collectors.joining("", "<" + tag + ">", "</" + tag + ">")))
                .collect(Collectors.joining());
    }

    private interface Cell {
        void put(int row, int column, String text);
    }

    private static void forEach(List<List<String>> rows, Cell cell) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (rows.get(row).get(column) != null) {
                    cell.put(row, column, rows.get(row).get(column));
                }
            }
        }
    }

    String named(int table) {
        return this == HTML ? "table " + table : "sheet \"S" + table + "\"";
    }
}
