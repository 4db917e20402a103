package io.yieldline.source;

import static io.yieldline.source.Row.Kind.BOOLEAN;
import static io.yieldline.source.Row.Kind.DATE;
import static io.yieldline.source.Row.Kind.ERROR;
import static io.yieldline.source.Row.Kind.IMPRECISE;
import static io.yieldline.source.Row.Kind.NUMBER;
import static io.yieldline.source.Row.Kind.TEXT;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code .xlsx} files may hold, as other writers than ours write it. */
class XlsxReaderTest {
    private static final String STYLES = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>
            """;

    @TempDir
    Path folder;

    private Row onlyRow(XlsxFile file) throws SourceException {
        List<Row> rows = Exports.rows(file.write(folder, "book.xlsx"));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void sharedTexts_runsJoinedWithoutReadings() throws Exception {
        XlsxFile file = XlsxFile.ofCells("<c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>2</v></c>")
                .withStrings(
                        "<t>plain</t>",
                        "<r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r>",
                        "<t>東京</t><rPh sb='0'><t>とうきょう</t></rPh>");
        assertThat(Exports.texts(onlyRow(file))).containsExactly("two runs", "plain", "東京");
    }

    @Test
    void inlineTexts_likeShared() throws Exception {
        Row row = onlyRow(
                XlsxFile.ofCells(
                        "<c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><r><t>b</t></r><r><t>&amp;c</t></r></is></c><c t='str'><f>A1</f><v>d</v></c>"));
        assertThat(Exports.texts(row)).containsExactly("a", "b&c", "d");
        assertThat(Exports.kinds(row)).containsOnly(TEXT);
    }

    @Test
    void missingReferences_nextColumnAndRow() throws Exception {
        Path file = XlsxFile.ofRows(
                        "<row><c><v>1</v></c><c r='C1'><v>3</v></c><c><v>4</v></c></row><row r='5'/><row><c><v>6</v></c></row>")
                .write(folder, "book.xlsx");
        List<Row> rows = Exports.rows(file);
        assertThat(Exports.texts(rows.get(0))).containsExactly("1", null, "3", "4");
        assertThat(rows.get(1).number()).isEqualTo(6);
    }

    @Test
    void missingReferenceBesideOtherAttributes_nextColumn() throws Exception {
        Path file = XlsxFile.ofRows("<row r=\"1\"><c s=\"0\"><v>1</v></c><c s=\"0\"><v>2</v></c></row>")
                .write(folder, "book.xlsx");
        assertThat(Exports.texts(file)).containsExactly(List.of("1", "2"));
    }

    @Test
    void cellsOutOfOrder_placedByReference() throws Exception {
        assertThat(Exports.texts(onlyRow(XlsxFile.ofCells("<c r='B1'><v>2</v></c><c r='A1'><v>1</v></c>"))))
                .containsExactly("1", "2");
    }

    @Test
    void dates_byStyle() throws Exception {
        Row row = onlyRow(XlsxFile.ofCells(
                        "<c s='1'><v>45748.5</v></c><c s='2'><v>45748</v></c><c s='0'><v>45748</v></c><c t='d'><v>2025-04-01T01:02:03</v></c><c s='1'><v>-7</v></c>")
                .with("xl/styles.xml", STYLES));
        assertThat(Exports.texts(row))
                .containsExactly("2025-04-01 12:00:00", "2025-04-01 00:00:00", "45748", "2025-04-01 01:02:03", "-7");
        assertThat(Exports.kinds(row)).containsExactly(DATE, DATE, NUMBER, DATE, NUMBER);
        assertThat(row.number(0)).isNull();
        assertThat(row.number(1)).isEqualTo("45748");
    }

    @Test
    void dates_of1904() throws Exception {
        Row row = onlyRow(XlsxFile.ofCells("<c s='1'><v>44286</v></c>")
                .with("xl/styles.xml", STYLES)
                .with(
                        "xl/workbook.xml",
                        "<workbook><workbookPr date1904='1'/><sheets><sheet name='A' id='r0'/></sheets></workbook>"));
        assertThat(row.text(0)).isEqualTo("2025-04-01 00:00:00");
    }

    @Test
    void numbers_plainDigits() throws Exception {
        Row row = onlyRow(
                XlsxFile.ofCells(
                        "<c><v>1.654023081708E12</v></c><c t='n'><v>0.10000000000000001</v></c><c><v>12345678901234567890</v></c>"));
        assertThat(Exports.texts(row)).containsExactly("1654023081708", "0.1", "12345678901234567000");
        assertThat(Exports.kinds(row)).containsExactly(NUMBER, NUMBER, IMPRECISE);
    }

    @Test
    void numbers_thatAreNone() throws Exception {
        Row row = onlyRow(XlsxFile.ofCells("<c><v>abc</v></c><c><v>NaN</v></c><c><v>1e999</v></c>"));
        assertThat(Exports.texts(row)).containsExactly("abc", "NaN", "1e999");
        assertThat(Exports.kinds(row)).containsOnly(ERROR);
    }

    @Test
    void errorsTruthsAndFormulas() throws Exception {
        Row row = onlyRow(
                XlsxFile.ofCells(
                        "<c t='e'><v>#N/A</v></c><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c><f>1+1</f></c><c><f>1+1</f><v>2</v></c><c t='str'><f>\"\"</f><v></v></c><c><v>9</v></c>"));
        assertThat(Exports.texts(row))
                .isEqualTo(asList("#N/A", "TRUE", "FALSE", "formula without value", "2", null, "9"));
        assertThat(Exports.kinds(row).subList(0, 5)).containsExactly(ERROR, BOOLEAN, BOOLEAN, ERROR, NUMBER);
    }

    @Test
    void sheets_byTheWorkbooksOrder() throws Exception {
        XlsxFile file = XlsxFile.ofCells("<c><v>1</v></c>")
                .with("xl/worksheets/other.xml", XlsxFile.sheet("<row><c><v>2</v></c></row>"))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        XlsxFile.relationships(
                                "worksheet",
                                "worksheets/sheet1.xml",
                                "worksheet",
                                "/xl/worksheets/other.xml",
                                "chartsheet",
                                "chart.xml"))
                .with(
                        "xl/workbook.xml",
                        "<x:workbook xmlns:x='m' xmlns:r='r'><x:sheets><x:sheet r:id='r2'/><x:sheet r:id='r1'/><x:sheet r:id='r0'/></x:sheets></x:workbook>");
        assertThat(Exports.texts(file.write(folder, "book.xlsx"))).containsExactly(List.of("2"), List.of("1"));
    }

    @Test
    void createdAt_fromTheCoreProperties() throws Exception {
        XlsxFile file = XlsxFile.ofCells("<c><v>1</v></c>")
                .with(
                        "_rels/.rels",
                        XlsxFile.relationships("officeDocument", "xl/workbook.xml", "core-properties", "core.xml"))
                .with("core.xml", "<p xmlns:dcterms='d'><dcterms:created>2025-07-03T01:20:59Z</dcterms:created></p>");
        try (RowReader reader = Source.open(file.write(folder, "book.xlsx"))) {
            assertThat(reader.writtenAt()).contains(LocalDateTime.of(2025, 7, 3, 1, 20, 59));
        }
    }

    @Test
    void markupAroundTheRows_ignored() throws Exception {
        assertThat(
                        Exports.texts(
                                onlyRow(
                                        XlsxFile.ofRows(
                                                "<!-- a --><row r='1'><c r='A1'><v>1</v><extLst><ext><v>5</v></ext></extLst></c><extLst/></row></sheetData><row><c><v>2</v></c></row><sheetData>"))))
                .containsExactly("1");
    }
}
