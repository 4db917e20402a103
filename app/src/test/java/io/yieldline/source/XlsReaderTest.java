package io.yieldline.source;

import static io.yieldline.source.Row.Kind.BOOLEAN;
import static io.yieldline.source.Row.Kind.DATE;
import static io.yieldline.source.Row.Kind.ERROR;
import static io.yieldline.source.Row.Kind.IMPRECISE;
import static io.yieldline.source.Row.Kind.NUMBER;
import static io.yieldline.source.Row.Kind.TEXT;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code .xls} files may hold. */
class XlsReaderTest {
    @TempDir
    Path folder;

    private Path write(HSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("book.xls");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static org.apache.poi.ss.usermodel.Cell cell(HSSFWorkbook workbook, int column) {
        var sheet = workbook.getNumberOfSheets() == 0 ? workbook.createSheet() : workbook.getSheetAt(0);
        var row = sheet.getRow(0) == null ? sheet.createRow(0) : sheet.getRow(0);
        return row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static CellStyle style(HSSFWorkbook workbook, String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        return style;
    }

    private Row onlyRow(HSSFWorkbook workbook) throws Exception {
        List<Row> rows = Exports.rows(write(workbook));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void dates_byStyle() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            cell(workbook, 0).setCellValue(45748.5);
            cell(workbook, 0).setCellStyle(style(workbook, "yyyy-mm-dd hh:mm"));
            cell(workbook, 1).setCellValue(45748);
            cell(workbook, 1).setCellStyle(style(workbook, "m/d/yy"));
            cell(workbook, 2).setCellValue(45748);
            cell(workbook, 2).setCellStyle(style(workbook, "0.00"));
            Row row = onlyRow(workbook);
            assertThat(Exports.texts(row)).containsExactly("2025-04-01 12:00:00", "2025-04-01 00:00:00", "45748");
            assertThat(Exports.kinds(row)).containsExactly(DATE, DATE, NUMBER);
        }
    }

    @Test
    void dates_of1904() throws Exception {
        Path file = new BiffFile()
                .front(0x22, BiffFile.shorts(1))
                .front(0xE0, BiffFile.shorts(0, 14))
                .record(0x27E, BiffFile.shorts(0, 0, 0, (44286 << 2 | 2) & 0xFFFF, (44286 << 2 | 2) >>> 16))
                .write(folder, "book.xls");
        assertThat(Exports.texts(file)).containsExactly(List.of("2025-04-01 00:00:00"));
    }

    @Test
    void formulas_byTheirValue() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            cell(workbook, 0).setCellFormula("1+1");
            cell(workbook, 0).setCellValue(2);
            cell(workbook, 1).setCellFormula("\"a\"");
            cell(workbook, 1).setCellValue("text of a formula");
            cell(workbook, 2).setCellFormula("TRUE()");
            cell(workbook, 2).setCellValue(true);
            cell(workbook, 3).setCellFormula("1/0");
            cell(workbook, 3).setCellErrorValue(FormulaError.DIV0.getCode());
            Row row = onlyRow(workbook);
            assertThat(Exports.texts(row)).containsExactly("2", "text of a formula", "TRUE", "#DIV/0!");
            assertThat(Exports.kinds(row)).containsExactly(NUMBER, TEXT, BOOLEAN, ERROR);
        }
    }

    @Test
    void formulas_withoutValue() throws Exception {
        byte[] textThatNeverComes = {0, 0, 0, 0, 0, 0, -1, -1};
        byte[] emptyText = {3, 0, 0, 0, 0, 0, -1, -1};
        Path file = new BiffFile()
                .cell(6, 0, 0, textThatNeverComes)
                .cell(6, 0, 1, emptyText)
                .cell(6, 0, 2, new byte[8])
                .write(folder, "book.xls");
        assertThat(Exports.texts(file)).containsExactly(asList("formula without value", null, "0"));
    }

    @Test
    void formulas_underTheRecordNumbersOfExcel3And4() throws Exception {
        byte[] three = {0, 0, 0, 0, 0, 0, 8, 64};
        Path file = new BiffFile()
                .cell(0x206, 0, 0, three)
                .cell(0x406, 0, 1, three)
                .cell(6, 0, 2, three)
                .write(folder, "book.xls");
        assertThat(Exports.texts(file)).containsExactly(List.of("3", "3", "3"));
    }

    @Test
    void errorsAndTruths() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            cell(workbook, 0).setCellErrorValue(FormulaError.NA.getCode());
            cell(workbook, 1).setCellValue(false);
            cell(workbook, 2).setCellValue(1e20);
            Row row = onlyRow(workbook);
            assertThat(Exports.texts(row)).containsExactly("#N/A", "FALSE", "100000000000000000000");
            assertThat(Exports.kinds(row)).containsExactly(ERROR, BOOLEAN, IMPRECISE);
        }
    }

    @Test
    void packedNumbersAndPlainLabels() throws Exception {
        int half = (int) (Double.doubleToLongBits(0.5) >>> 32);
        int hundredths = 1234 << 2 | 3;
        Path file = new BiffFile()
                .record(0xBD, BiffFile.shorts(0, 0, 0, half, half >>> 16, 0, hundredths, 0, 1))
                .cell(0x27E, 0, 2, BiffFile.shorts(-7 << 2 | 2, -1))
                .cell(0x204, 0, 3, BiffFile.string("label"))
                .write(folder, "book.xls");
        assertThat(Exports.texts(file)).containsExactly(List.of("0.5", "12.34", "-7", "label"));
    }

    @Test
    void texts_richAndAcrossRecords() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFRichTextString rich = new HSSFRichTextString("half bold");
            rich.applyFont(0, 4, workbook.createFont());
            cell(workbook, 0).setCellValue(rich);
            for (int column = 1; column < 9; column++) {
                cell(workbook, column).setCellValue((column % 2 == 0 ? "a" : "汉").repeat(3000) + column);
            }
            Row row = onlyRow(workbook);
            assertThat(row.text(0)).isEqualTo("half bold");
            assertThat(row.text(7)).isEqualTo("汉".repeat(3000) + 7);
            assertThat(row.text(8)).isEqualTo("a".repeat(3000) + 8);
        }
    }

    @Test
    void sheets_allInOrder() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            cell(workbook, 0).setCellValue("first");
            workbook.createSheet("Second").createRow(5).createCell(0).setCellValue("second");
            assertThat(Exports.tables(write(workbook)).toString())
                    .isEqualTo("{sheet \"Sheet0\"=[row 1 [first]], sheet \"Second\"=[row 6 [second]]}");
        }
    }

    @Test
    void createdAt_fromTheSummary() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.createInformationProperties();
            workbook.getSummaryInformation().setCreateDateTime(new Date(1751520059000L));
            try (RowReader reader = Source.open(write(workbook))) {
                assertThat(reader.writtenAt()).contains(LocalDateTime.of(2025, 7, 3, 5, 20, 59));
                assertThat(reader.next()).isNull();
            }
        }
    }
}
