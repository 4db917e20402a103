package io.yieldline.source;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yieldline.source.Row.Kind;
import io.yieldline.source.SourceException.Fault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delimited texts, web pages and XML workbooks, as portals send them under the name {@code .xls}. */
class TextFormatsTest extends TextFormatsSuite {
    private static final String NOT_TEXT =
            ", so this is not a text file, or it is damaged; export it again, if possible as .xlsx";

    private List<List<String>> readTable(String rows) throws SourceException {
        return read("<table>" + rows + "</table>");
    }

    @Test
    void csv_windows1252() throws Exception {
        Path file = Exports.text(folder, "a.csv", "SN;Größe\n1;€ 5\n", Charset.forName("windows-1252"));
        assertThat(Exports.texts(file)).containsExactly(List.of("SN", "Größe"), List.of("1", "€ 5"));
    }

    @Test
    void csv_asScannersAndOtherProgramsWriteIt() throws Exception {
        assertThat(
                        read(
                                "SN,Station, \"Note\" ,Status\n=\"00165\", \"FI\",\"a,b\"\t,=\"x,y\"\n\u000216\u001D,  FI, =1,\"=\"\"7\"\"\"\n"))
                .containsExactly(
                        List.of("SN", "Station", "Note", "Status"),
                        List.of("00165", "FI", "a,b", "x,y"),
                        List.of(" 16 ", "  FI", " =1", "7"));
    }

    @Test
    void csv_raggedRowsAndNoLastLineEnd() throws Exception {
        assertThat(read("a,b,c\n1\n1,2,3,4\n,,\n\n\"\",x"))
                .containsExactly(List.of("a", "b", "c"), List.of("1"), List.of("1", "2", "3", "4"), asList(null, "x"));
    }

    @Test
    void csv_delimiterInsideQuotes() throws Exception {
        assertThat(read("\"a,b,c,d\";e\n\"1,2,3,4\";2\n"))
                .containsExactly(List.of("a,b,c,d", "e"), List.of("1,2,3,4", "2"));
    }

    @Test
    void csv_rowNumbersAreLines() throws Exception {
        Path file = Exports.text(folder, "a.csv", "a,b\r\n\"1\r\n2\",x\r\n3,y\r\n");
        assertThat(Exports.rows(file)).extracting(Row::number).containsExactly(1, 2, 4);
        assertThat(Exports.texts(file).get(1)).containsExactly("1\n2", "x");
    }

    @Test
    void csv_allText() throws Exception {
        Row row = Exports.rows(Exports.text(folder, "a.csv", "1654023081708,1.65E+12,\n"))
                .get(0);
        assertThat(Exports.texts(row)).containsExactly("1654023081708", "1.65E+12");
        assertThat(Exports.kinds(row)).containsOnly(Kind.TEXT);
    }

    @Test
    void csv_unclosedQuote() {
        assertRefused(
                "a,b\n1,2\n3,\"4\n5,6\n",
                Fault.CORRUPT,
                "the quote that opens in line 3 is never closed; correct it or export the file again");
    }

    @Test
    void csv_textAfterAQuote() {
        assertRefused(
                "a,b\n1,\"5\" disk\"\n",
                Fault.CORRUPT,
                "a cell in line 2 continues after its closing quote; correct it or export the file again");
    }

    @Test
    void csv_quoteThatIsNeverClosed() {
        assertRefused(
                "a,b\n1,\"" + "x".repeat(40_000),
                Fault.CORRUPT,
                "the quote that opens in line 2 is never closed; correct it or export the file again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "1B"})
    void binaryDataLateInTheFile(String code) {
        String character = Character.toString(Integer.parseInt(code, 16));
        String reason = "line 5002 contains the character U+00" + code + NOT_TEXT;
        assertRefused("a,b\n" + "1,2\n".repeat(5000) + "3," + character + "\n", Fault.UNSUPPORTED, reason);
        assertRefused("a,b\n" + "1,2\n".repeat(5000) + "3,\"" + character + "\"\n", Fault.UNSUPPORTED, reason);
        String rows = "<tr><td>1</td><td>2</td></tr>\n".repeat(5001);
        assertRefused("<table>" + rows + "<tr><td>" + character + "</td></tr></table>", Fault.UNSUPPORTED, reason);
    }

    @Test
    void bytesThatTheEncodingCannotHave() {
        String rows = "a,b\n" + "1,2\n".repeat(5000);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] text = ("\uFEFF" + rows + "3,").getBytes(charset);
            byte[] bytes = Arrays.copyOf(text, text.length + 1);
            bytes[text.length] = (byte) 0xFF;
            SourceException refusal = catchThrowableOfType(
                    SourceException.class, () -> Exports.rows(Exports.bytes(folder, "export.csv", bytes)));
            assertThat(refusal)
                    .as(charset.name())
                    .message()
                    .matches("line [0-9]+ or one after it contains bytes that are not valid in the encoding of the file"
                            + NOT_TEXT);
        }
    }

    @Test
    void html_spansAndNesting() throws Exception {
        assertThat(readTable("""
                        <thead><tr><th colspan=2>a</th><th>b</th></tr></thead>
                        <tr><td rowspan="2">1<td>2</td><td><table><tr><td>in</td><td>side</td></tr></table></td></tr>
                        <tr><td>3</td><td>4</td></tr>
                        """))
                .containsExactly(asList("a", null, "b"), List.of("1", "2", "in side"), asList(null, "3", "4"));
    }

    @Test
    void html_layoutIsNoText() throws Exception {
        assertThat(
                        readTable(
                                "<tr>\n<td>\n    Tesla\n    <b>SXM4</b>\n  </td><td>&nbsp;</td><td>a<br>\n b</td><td> c&nbsp; </td><td>&#x4e2d;&lt;</td></tr>"))
                .containsExactly(List.of("Tesla SXM4", " ", "a\nb", " c  ", "中<"));
    }

    @Test
    void html_exactNumbersOfExcel() throws Exception {
        Row row = Exports.rows(Exports.text(
                        folder, "a.xls", "<table><tr><td x:num=\"1654023081708\">1.65402E+12</td></tr></table>"))
                .get(0);
        assertThat(row.text(0)).isEqualTo("1654023081708");
        assertThat(row.kind(0)).isEqualTo(Kind.NUMBER);
    }

    @Test
    void html_everyTable() throws Exception {
        Path page = Exports.text(
                folder,
                "a.xls",
                "<table><tr><td>menu</td></tr></table><table><tr><td>1</td></tr><tr><td>2</td></tr></table><table><tr><td>foot</td></tr></table>");
        assertThat(Exports.tables(page).toString())
                .isEqualTo("{table 1=[row 1 [menu]], table 2=[row 1 [1], row 2 [2]], table 3=[row 1 [foot]]}");
    }

    @Test
    void html_declaredEncoding() throws Exception {
        Path file = Exports.text(
                folder,
                "a.xls",
                "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><table><tr><td>返修</td></tr></table>",
                Charset.forName("GB2312"));
        assertThat(Exports.texts(file)).containsExactly(List.of("返修"));
    }

    @ParameterizedTest
    @CsvSource({
        "'<html><head><title>Session\n expired</title></head><body>Bye</body></html>', 'titled \"Session expired\" '",
        "'<title>Login</title><table><tr><td><input type=password></td></tr></table>', 'titled \"Login\" '",
        "'<p>Error</p>', ''"
    })
    void html_withoutTable(String page, String title) {
        assertRefused(
                page,
                Fault.NO_TABLE,
                "the portal sent a page " + title + "instead of a table; log in again and export again");
    }

    @Test
    void html_cutOff() {
        assertRefused("<table><tr><td>1</td></tr><tr><td>2</td>", Fault.TRUNCATED, DamagedFileTest.CUT_OFF);
    }

    @Test
    void html_nestedTooDeep() {
        assertRefused(
                "<table><tr><td>" + "<b>".repeat(300) + "x</table>",
                Fault.TOO_LARGE,
                "the page's tags are nested more than 256 deep; export the report as .xlsx");
    }

    @Test
    void html_tablesTooMany() {
        assertRefused(
                "<table><tr><td>1</table>".repeat(10_001),
                Fault.TOO_LARGE,
                "the page has more than 10,000 tables, more than any export needs; export the file again");
    }

    @Test
    void mhtml_partsTooMany() {
        assertRefused(
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n" + "--x\n".repeat(10_002),
                Fault.TOO_LARGE,
                "the web archive has more than 10,000 parts, more than any export needs; export the file again");
    }

    @Test
    void mhtml_pageWithTheTable() throws Exception {
        assertThat(read("""
                                Content-Type: multipart/related; boundary=X

                                --X
                                Content-Type: text/html

                                <html><frameset><frame src="sheet.htm"></frameset></html>
                                --X
                                Content-Type: text/html

                                <table><tr><td>1</td></tr></table>
                                --X--
                                """)).containsExactly(List.of("1"));
    }

    @Test
    void encoding_ofAsciiWithZeros() throws Exception {
        Path file = Exports.text(folder, "a.txt", "SN\tPN\n1\t返修\n", StandardCharsets.UTF_16LE);
        assertThat(Exports.texts(file)).containsExactly(List.of("SN", "PN"), List.of("1", "返修"));
    }
}
