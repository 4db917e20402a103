package io.yieldline.source;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.source.Row.Kind;
import io.yieldline.source.SourceException.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** XML workbooks of Excel 2003: types, formats, gaps, and what is refused. */
class XmlWorkbookTest extends TextFormatsSuite {
    @Test
    void xml_namesTooMany() {
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            styles.append("<s").append(i).append("/>");
        }
        assertRefused(
                sheet(styles.toString()),
                Fault.TOO_LARGE,
                "the XML workbook has more than 2,000 different names, more than any export needs; export the file again");
    }

    @Test
    void xml_gapsAndMerges() throws Exception {
        Path file = Exports.text(
                folder,
                "a.xls",
                sheet(
                        "<Row ss:Index='2'><Cell ss:MergeAcross='1'><Data ss:Type='String'>a</Data></Cell><Cell><Data ss:Type='Number'>1.654023081708E12</Data></Cell></Row>"
                                + "<Row ss:Span='2'/><Row><Cell ss:Index='3'><Data ss:Type='String'>b</Data></Cell></Row>"));
        assertThat(Exports.texts(file)).containsExactly(asList("a", null, "1654023081708"), asList(null, null, "b"));
        assertThat(Exports.rows(file)).extracting(Row::number).containsExactly(2, 6);
    }

    /** A format of zeros is how an identifier reads: that of the cell, else of its row, else of its column. */
    @Test
    void xml_formatsOfZeros() throws Exception {
        String styles = "<Styles><Style ss:ID='Default'><NumberFormat/></Style>"
                + "<Style ss:ID='s5'><NumberFormat ss:Format='00000'/></Style>"
                + "<Style ss:ID='s5bold' ss:Parent='s5'><Font ss:Bold='1'/></Style>"
                + "<Style ss:ID='s3'><NumberFormat ss:Format='000'/></Style>"
                + "<Style ss:ID='s2'><NumberFormat ss:Format='0.00'/></Style></Styles>";
        String table = "<Column ss:Index='2' ss:StyleID='s3' ss:Span='1'/><Column ss:StyleID='s5'/>"
                + row("<Row>", "", "", "", "", "")
                + row("<Row ss:StyleID='s5'>", "", "", " ss:StyleID='s3'", " ss:StyleID='s2'", " ss:StyleID='s5bold'");
        assertThat(read(sheet(table).replace("<Worksheet", styles + "<Worksheet")))
                .containsExactly(
                        List.of("7", "007", "007", "00007", "7"), List.of("00007", "00007", "007", "7", "00007"));
        assertThat(read(sheet(row("<Row>", " ss:StyleID='gone'")))).containsExactly(List.of("7"));
    }

    private static String row(String tag, String... attributes) {
        return Stream.of(attributes)
                .map(cell -> "<Cell" + cell + "><Data ss:Type='Number'>7</Data></Cell>")
                .collect(Collectors.joining("", tag, "</Row>"));
    }

    @Test
    void xml_types() throws Exception {
        Path file = Exports.text(
                folder,
                "a.xls",
                sheet(
                        "<Row><Cell><Data ss:Type='DateTime'>2025-04-01T08:30:00.000</Data></Cell><Cell><Data ss:Type='Boolean'>1</Data></Cell>"
                                + "<Cell><Data ss:Type='Error'>#N/A</Data></Cell><Cell ss:Formula='=1'/><Cell><Data ss:Type='Number'>abc</Data></Cell>"
                                + "<Cell><ss:Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'><B>bo</B>ld</ss:Data><Comment><ss:Data>no</ss:Data></Comment></Cell></Row>"));
        Row row = Exports.rows(file).get(0);
        assertThat(Exports.texts(row))
                .containsExactly("2025-04-01 08:30:00", "TRUE", "#N/A", "formula without value", "abc", "bold");
        assertThat(Exports.kinds(row))
                .containsExactly(Kind.DATE, Kind.BOOLEAN, Kind.ERROR, Kind.ERROR, Kind.ERROR, Kind.TEXT);
    }

    @Test
    void xml_createdAt() throws Exception {
        Path file = Exports.text(
                folder,
                "a.xls",
                WORKBOOK
                        + "<DocumentProperties><Created>2025-07-03T01:20:59Z</Created></DocumentProperties><Worksheet/></Workbook>");
        try (RowReader reader = Source.open(file)) {
            assertThat(reader.writtenAt()).hasToString("Optional[2025-07-03T01:20:59]");
        }
    }

    @Test
    void xml_documentType() {
        assertRefused(
                "<?xml version='1.0'?><!DOCTYPE Workbook [<!ENTITY a 'ha'>]>" + WORKBOOK + "&a;</Workbook>",
                Fault.DTD,
                "the XML workbook declares a document type, which can be an attack; export the file again");
    }

    @Test
    void xml_cutOff() {
        String whole = sheet("<Row><Cell><Data ss:Type='Number'>1</Data></Cell></Row>");
        assertRefused(whole.substring(0, whole.length() - 5), Fault.TRUNCATED, DamagedFileTest.CUT_OFF);
    }

    @Test
    void xml_indexImpossible() throws SourceException {
        assertThat(readSheet("<Row ss:Index='1048576'><Cell><Data ss:Type='Number'>1</Data></Cell></Row>"))
                .hasSize(1);
        assertRefused(
                sheet("<Row><Cell ss:Index='-1'/></Row>"),
                Fault.BAD_REFERENCE,
                "ss:Index=\"-1\" in or after row 1 is out of range; the file is damaged, export it again");
        assertRefused(
                sheet("<Row><Cell ss:Index='0'/></Row>"),
                Fault.BAD_REFERENCE,
                "ss:Index=\"0\" in or after row 1 is out of range; the file is damaged, export it again");
    }
}
