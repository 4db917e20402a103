package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.source.Row.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text longer than any feed stores is marked in its cell, in every format, and spoils neither its row nor its file. */
class LongTextTest {
    private static final String LONG = "x".repeat(60_000);

    @TempDir
    Path folder;

    private void assertMarked(Path file) throws Exception {
        Row row = Exports.rows(file).get(0);
        assertThat(Exports.kinds(row)).containsExactly(Kind.TEXT, Kind.TOO_LONG, Kind.TEXT);
        assertThat(Exports.texts(row)).isEqualTo(List.of("a", "x".repeat(4_000), "b"));
    }

    private Path text(String content) {
        return Exports.text(folder, "export", content);
    }

    @Test
    void csv() throws Exception {
        assertMarked(text("a,\"" + LONG + "\",b\n"));
    }

    @Test
    void html() throws Exception {
        assertMarked(text("<table><tr><td>a</td><td>" + LONG + "</td><td>b</td></tr></table>"));
    }

    @Test
    void spreadsheetMl() throws Exception {
        assertMarked(text("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>"
                + "<Worksheet><Table><Row><Cell><Data>a</Data></Cell><Cell><Data>" + LONG
                + "</Data></Cell><Cell><Data>b</Data></Cell></Row></Table></Worksheet></Workbook>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c t='str'><v>%s</v></c>",
                "<c t='inlineStr'><is><t>%s</t></is></c>",
                "<c t='inlineStr'><is><r><t>%1$s</t></r><r><t>%1$s</t></r></is></c>",
                "<c><v>%s</v></c>",
                "<c t='e'><v>%s</v></c>"
            })
    void xlsx(String cell) throws Exception {
        assertMarked(XlsxFile.ofCells("<c t='str'><v>a</v></c>" + cell.formatted(LONG) + "<c t='str'><v>b</v></c>")
                .write(folder, "export"));
    }

    /** Only its start is kept, which is another number. */
    @ParameterizedTest
    @ValueSource(strings = {"", "t='s'", "s='1'"})
    void aLongNumberIsNotCut(String attributes) throws Exception {
        String number = "0".repeat(4_500) + "5";
        for (String plain : List.of("<c r=\"A1\" %s><v>%s</v></c>", "<c r=\"A1\" %s><v><!-- not plain -->%s</v></c>")) {
            Path file = XlsxFile.ofCells(plain.formatted(attributes.replace('\'', '"'), number))
                    .withStrings("<t>a</t>")
                    .with(
                            "xl/styles.xml",
                            "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>")
                    .write(folder, "export");
            if (attributes.startsWith("t")) {
                Exports.assertRefused(
                        file,
                        SourceException.Fault.BAD_SHARED_STRING,
                        "cell A1 refers to text '" + "0".repeat(20)
                                + "… (4,001 characters)', but the workbook has only 1;"
                                + " the file is damaged, export it again");
            } else {
                assertThat(Exports.kinds(Exports.rows(file).get(0))).containsExactly(Kind.TOO_LONG);
            }
        }
    }

    @Test
    void xlsxShared() throws Exception {
        assertMarked(XlsxFile.ofCells("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                        + "<c r=\"C1\" t=\"s\"><v>2</v></c>")
                .withStrings("<t>a</t>", "<r><t>" + LONG + "</t></r><r><t>" + LONG + "</t></r>", "<t>b</t>")
                .write(folder, "export"));
    }

    @Test
    void xls() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        var cells = workbook.createSheet().createRow(0);
        cells.createCell(0).setCellValue("a");
        cells.createCell(1).setCellValue("x".repeat(32_000));
        cells.createCell(2).setCellValue("b");
        Path file = folder.resolve("export");
        try (workbook;
                var out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        assertMarked(file);
    }

    @Test
    void theLongestCellOfExcel_inItsLongestSpelling_isRead() throws Exception {
        Row row = Exports.rows(XlsxFile.ofCells("<c t='str'><v>" + "&#65533;".repeat(32_767) + "</v></c>")
                        .write(folder, "export"))
                .get(0);
        assertThat(row.kind(0)).isEqualTo(Kind.TOO_LONG);
    }

    @Test
    void aRowOfManyLongTexts_keepsTheBeginningOfEach() throws Exception {
        Row row = Exports.rows(text(("x".repeat(4_000) + ",").repeat(100) + "b\n"))
                .get(0);

        assertThat(row.kind(61)).isEqualTo(Kind.TEXT);
        assertThat(row.kind(62)).isEqualTo(Kind.TOO_LONG);
        assertThat(row.text(62)).hasSize(2_000);
        assertThat(row.text(99)).hasSize(20);
        assertThat(row.text(100)).isEqualTo("b");
    }
}
