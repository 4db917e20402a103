package io.yieldline.source;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no writer should write, but that Excel opens: they are read as Excel shows them. */
class LikeExcelTest {
    private static final List<List<Object>> TABLE = List.of(List.of("SN", "Hours"), List.of("1654025050001", 0.5));
    private static final List<List<String>> ROWS = List.of(List.of("SN", "Hours"), List.of("1654025050001", "0.5"));
    private static final int NUMBER = 0x203;
    private static final int LABEL_SST = 0xFD;
    private static final int SST = 0xFC;

    @TempDir
    Path folder;

    private interface Change {
        String apply(String text);
    }

    /** A copy of a workbook with other names of parts and another text in them. */
    private Path rewritten(Change name, Change text) throws IOException {
        Path file = folder.resolve("other.xlsx");
        try (ZipFile whole = new ZipFile(TableFile.xlsx(folder, TABLE).toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : whole.stream().toList()) {
                String content = new String(whole.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(name.apply(entry.getName())));
                out.write(text.apply(content).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "/, \\",
        "sharedStrings, SharedStrings",
        "sheet1, SHEET1",
        "workbook.xml, Workbook.XML",
        "_rels, _RELS",
        "[Content, [content",
        "xl/, /xl/"
    })
    void partNames_inAnotherSpelling(String part, String spelled) throws Exception {
        assertThat(Exports.texts(rewritten(name -> name.replace(part, spelled), text -> text)))
                .isEqualTo(ROWS);
    }

    @ParameterizedTest
    @CsvSource({
        "worksheets/sheet1.xml, worksheets\\sheet1.xml",
        "worksheets/sheet1.xml, \\xl\\worksheets\\sheet1.xml",
        "worksheets/sheet1.xml, ./worksheets/sheet1.xml",
        "worksheets/sheet1.xml, ../xl/worksheets/Sheet1.xml",
        "xl/workbook.xml, \\XL\\workbook.xml"
    })
    void targets_inAnotherSpelling(String target, String spelled) throws Exception {
        Path file = rewritten(
                name -> name,
                text -> text.replace("Target=\"" + target, "Target=\"" + spelled)
                        .replace("Target=\"/" + target, "Target=\"" + spelled));
        assertThat(Exports.texts(file)).isEqualTo(ROWS);
    }

    @Test
    void sharedTexts_thatNoRelationshipNames() throws Exception {
        Path file = rewritten(
                name -> name.replace("sharedStrings", "SharedStrings"),
                text -> text.replaceAll("<Relationship [^>]*sharedStrings.xml[^>]*>", ""));
        assertThat(Exports.texts(file)).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EFBBBF", "0D0A", "0A", "0D0A0D0A", "EFBBBF0D0A", "20", "09"})
    void bytesBeforeTheZipFile(String before) throws Exception {
        byte[] file = Files.readAllBytes(TableFile.xlsx(folder, TABLE));
        assertThat(Exports.texts(Exports.bytes(
                        folder, "other.xlsx", BiffFile.join(HexFormat.of().parseHex(before), file))))
                .isEqualTo(ROWS);
    }

    @Test
    void bytesBeforeAnOle2Workbook_refused() throws IOException {
        byte[] file = Files.readAllBytes(TableFile.xls(folder, TABLE));
        Exports.assertRefused(
                Exports.bytes(folder, "other.xls", BiffFile.join("\r\n".getBytes(StandardCharsets.US_ASCII), file)),
                Fault.UNSUPPORTED,
                "other bytes stand before this Excel 97-2003 workbook, which Excel does not open either; export it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001A", "\u001A\u001A\u001A", "\r\n\u001A\r\n", "\u001A\0\0\0"})
    void endOfFileMark_endsAText(String end) throws Exception {
        assertThat(Exports.texts(Exports.text(folder, "a.csv", "SN,Hours\r\n1654025050001,0.5" + end)))
                .isEqualTo(ROWS);
        assertThat(Exports.texts(Exports.text(
                        folder, "b.txt", "\uFEFFSN\tHours\r\n1654025050001\t0.5" + end, StandardCharsets.UTF_16LE)))
                .isEqualTo(ROWS);
        assertThat(Exports.texts(Exports.text(
                        folder, "c.csv", "SN;Hours\r\n1654025050001;0.5" + end, Charset.forName("windows-1252"))))
                .isEqualTo(ROWS);
        assertThat(Exports.texts(Exports.text(
                        folder,
                        "d.xls",
                        "<table><tr><td>SN</td><td>Hours</td></tr><tr><td>1654025050001</td><td>0.5</td></tr></table>"
                                + end)))
                .isEqualTo(ROWS);
    }

    @Test
    void endOfFileMark_beforeMoreText_refused() {
        Exports.assertRefused(
                Exports.text(folder, "a.csv", "SN,Hours\n1,2\n\u001A\n3,4\n"),
                Fault.UNSUPPORTED,
                "line 3 contains the character U+001A, so this is not a text file, or it is damaged; export it again, if possible as .xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'><c r='A2'><v>3</v></c></row><row r='1'><c r='B1'><v>2</v></c><c r='A1'><v>1</v></c></row>",
                "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>3</v></c></row><row r='1'><c r='B1'><v>2</v></c></row>",
                "<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='B1'><v>2</v></c></row><row r='2'><c><v>3</v></c></row>",
                "<row r='2'><c r='A2' t='str'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c><c r='B1' t='inlineStr'><is><t>2</t></is></c></row>"
            })
    void xlsx_rowsInAnotherOrderAndSplit(String rows) throws Exception {
        assertThat(Exports.texts(XlsxFile.ofRows(rows).write(folder, "book.xlsx")))
                .containsExactly(List.of("1", "2"), List.of("3"));
    }

    @Test
    void xls_aCellBehindTheNextRows() throws Exception {
        BiffFile file = new BiffFile();
        for (int row = 0; row < 40; row++) {
            file.cell(NUMBER, row, 0, number(row));
        }
        List<Row> rows = Exports.rows(file.cell(NUMBER, 31, 1, number(0.5)).write(folder, "book.xls"));
        assertThat(rows).extracting(Row::number).isSorted().hasSize(40);
        assertThat(Exports.texts(rows.get(31))).containsExactly("31", "0.5");
        assertThat(Exports.texts(rows.get(39))).containsExactly("39");
    }

    @Test
    void xml_rowsInAnotherOrder() throws Exception {
        String rows = "<Row ss:Index='2'><Cell><Data ss:Type='Number'>2</Data></Cell></Row>"
                + "<Row ss:Index='1'><Cell><Data ss:Type='Number'>1</Data></Cell></Row>";
        assertThat(Exports.texts(Exports.text(
                        folder,
                        "a.xml",
                        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
                                + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='A'><Table>"
                                + rows + "</Table></Worksheet></Workbook>")))
                .containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void xls_countOfTexts0() throws Exception {
        byte[] texts =
                BiffFile.join(BiffFile.shorts(0, 0, 0, 0), BiffFile.join(BiffFile.string("SN"), BiffFile.string("PN")));
        Path file = new BiffFile()
                .front(SST, texts)
                .cell(LABEL_SST, 0, 0, BiffFile.shorts(0, 0))
                .cell(LABEL_SST, 0, 1, BiffFile.shorts(1, 0))
                .write(folder, "book.xls");
        assertThat(Exports.texts(file)).containsExactly(List.of("SN", "PN"));
    }

    @Test
    void xlsx_countsOf0() throws Exception {
        Path file = XlsxFile.ofCells("<c t='s'><v>1</v></c>")
                .with("xl/sharedStrings.xml", "<sst count='0' uniqueCount='0'><si><t>a</t></si><si><t>b</t></si></sst>")
                .write(folder, "book.xlsx");
        assertThat(Exports.texts(file)).containsExactly(List.of("b"));
    }

    @ParameterizedTest
    @CsvSource({
        "<c t='inlineStr'><is><t>a</t></is><v>7</v></c>, a",
        "<c t='inlineStr'><v>7</v><is><t>a</t></is></c>, a",
        "<c t='inlineStr'><v>a</v></c>, a",
        "<c t='str'><is><t>a</t></is></c>, a",
        "<c><is><r><t>a</t></r></is></c>, a",
        "<c t='str'><v>a</v><is><t>b</t></is></c>, a"
    })
    void xlsx_textBesideAValue(String cell, String text) throws Exception {
        assertThat(Exports.texts(XlsxFile.ofCells(cell).write(folder, "book.xlsx")))
                .containsExactly(asList(text));
    }

    @ParameterizedTest
    @CsvSource({
        "<workbookPr date1904='1'/>, '', 2025-04-01 00:00:00",
        "<workbookPr date1904='true'/>, <extLst><ext><x:workbookPr chartTrackingRefBase='1'/></ext></extLst>, 2025-04-01 00:00:00",
        "<workbookPr date1904='1'/>, <extLst><ext><x:workbookPr date1904='0'/></ext></extLst>, 2025-04-01 00:00:00",
        "<x:workbookPr date1904='1'/>, '', 2021-03-31 00:00:00",
        "<workbookPr/>, <x:workbookPr date1904='1'/>, 2021-03-31 00:00:00"
    })
    void xlsx_calendarOf1904_ofTheMainNamespaceOnly(String properties, String extension, String date) throws Exception {
        Path file = XlsxFile.ofCells("<c s='1'><v>44286</v></c>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns='m' xmlns:x='other'>" + properties
                                + "<sheets><sheet name='A' id='r0'/></sheets>" + extension + "</workbook>")
                .write(folder, "book.xlsx");
        assertThat(Exports.texts(file)).containsExactly(List.of(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><frameset rows='*,39'><frame src='a_files/sheet001.htm'><frame src='a_files/tabstrip.htm'></frameset></html>",
                "<html><head><meta name='Excel Workbook Frameset'></head><frameset><frame src=a_files/sheet001.htm></frameset></html>",
                "<html><body><iframe src='a_files/sheet001.htm'></iframe></body></html>"
            })
    void framePage_saysWhatItIs(String page) {
        Exports.assertRefused(
                Exports.text(folder, "a.xls", page),
                Fault.NO_TABLE,
                "this is only the frame page of a web archive, its sheets are in other files (a_files/sheet001.htm);"
                        + " open it in Excel where it was saved, and save it as .xlsx");
    }

    @Test
    void everySheetOfAWebArchive() throws Exception {
        assertThat(Exports.tables(Exports.text(folder, "a.mht", """
                        MIME-Version: 1.0
                        Content-Type: multipart/related; boundary="X"

                        --X
                        Content-Location: file:///C:/a.htm
                        Content-Type: text/html

                        <html><frameset><frame src="a_files/sheet001.htm"></frameset></html>
                        --X
                        Content-Location: file:///C:/a_files/sheet001.htm
                        Content-Type: text/html

                        <table><tr><td>1</td></tr></table>
                        --X
                        Content-Location: file:///C:/a_files/tabstrip.htm
                        Content-Type: text/html

                        <table><tr><td>Sheet1</td></tr></table>
                        --X
                        Content-Location: file:///C:/a_files/sheet002.htm
                        Content-Type: text/html

                        <table><tr><td>2</td></tr></table>
                        --X--
                        """)).toString())
                .isEqualTo("{table 1=[row 1 [1]], table 2=[row 1 [2]]}");
    }

    private static byte[] number(double value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array();
    }
}
