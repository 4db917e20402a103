package io.yieldline.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Writes a sheet as the portal does: a BIFF8 workbook with one sheet. */
final class XlsBook {
    /** Maximum number of rows of the format, including the header. */
    static final int MAX_ROWS = 65_536;

    private XlsBook() {}

    static byte[] of(Sheet sheet, Instant madeAt) {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill(book.createSheet("Worksheet"), sheet);
            sign(book, madeAt);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without this, the library would write the user name into the file. */
    private static void sign(HSSFWorkbook book, Instant madeAt) {
        book.getInternalWorkbook().getWriteAccess().setUsername("portal");
        book.createInformationProperties();
        SummaryInformation summary = book.getSummaryInformation();
        summary.setAuthor("portal");
        summary.setCreateDateTime(Date.from(madeAt));
        summary.setLastSaveDateTime(Date.from(madeAt));
    }

    private static void fill(HSSFSheet target, Sheet sheet) {
        fill(target.createRow(0), sheet.header());
        for (List<String> row : sheet.rows()) {
            fill(target.createRow(target.getLastRowNum() + 1), row);
        }
    }

    private static void fill(HSSFRow target, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (Sheet.isNumber(text)) {
                target.createCell(column).setCellValue(Long.parseLong(text));
            } else if (!text.isEmpty()) {
                target.createCell(column).setCellValue(text);
            }
        }
    }
}
