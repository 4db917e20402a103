package io.yieldline.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a workbook as texts by header, read with the libraries alone; blank cells are missing. */
final class SheetRows {
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF};

    private SheetRows() {}

    static List<Map<String, String>> of(byte[] content) {
        try {
            boolean old = content[0] == OLE[0] && content[1] == OLE[1];
            return byHeader(old ? xls(content) : xlsx(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> byHeader(List<Map<Integer, String>> rows) {
        Map<Integer, String> header = rows.get(0);
        return rows.stream().skip(1).map(row -> named(row, header)).toList();
    }

    private static Map<String, String> named(Map<Integer, String> row, Map<Integer, String> header) {
        Map<String, String> named = new HashMap<>();
        row.forEach((column, text) -> named.put(header.get(column), text));
        return named;
    }

    private static List<Map<Integer, String>> xlsx(byte[] content) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            Map<String, String> known = new HashMap<>();
            List<Map<Integer, String>> rows = new ArrayList<>();
            book.getFirstSheet().openStream().forEach(row -> rows.add(cells(row, known)));
            return rows;
        }
    }

    /** Equal texts are kept once: two months of rows would not fit otherwise. */
    private static Map<Integer, String> cells(Row row, Map<String, String> known) {
        Map<Integer, String> cells = new HashMap<>();
        for (Cell cell : row) {
            String text = cell == null ? "" : text(cell);
            if (!text.isEmpty()) {
                cells.put(cell.getColumnIndex(), known.computeIfAbsent(text, same -> same));
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case STRING -> cell.asString();
            default -> cell.getType() == CellType.EMPTY ? "" : cell.getText();
        };
    }

    private static List<Map<Integer, String>> xls(byte[] content) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(content))) {
            return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .map(SheetRows::cells)
                    .toList();
        }
    }

    private static Map<Integer, String> cells(org.apache.poi.ss.usermodel.Row row) {
        Map<Integer, String> cells = new HashMap<>();
        row.forEach(cell -> cells.put(cell.getColumnIndex(), text(cell)));
        return cells;
    }

    private static String text(org.apache.poi.ss.usermodel.Cell cell) {
        return cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                ? BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString()
                : cell.getStringCellValue();
    }
}
