package io.yieldline.source;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same table gives the same rows, whatever the format it comes in. */
class RowReaderContractTest {
    private static final List<List<Object>> TABLE = List.of(
            List.of("SN", "Customer PN", "operator", "Failure note", "start", "Hours", "formula"),
            asList(1654023081708L, "675-G5200", "  Chen Wei ", "返修 重测", "2025-04-01 08:30:00", 0.35, "=SUM(A1:A2)"),
            List.of(),
            asList("：\t1652024024348", null, "a \"quoted\" name", "one, two; three | four", null, -12.5, "+1"),
            asList(null, "a < b & c > d &amp; e", null, null, "", 1e-7),
            asList(9007199254740991L, "0015", "1.65402E+12", "#N/A", "TRUE", 100, "x"),
            List.of(0, "last\nline"));

    private static final List<List<String>> ROWS = List.of(
            List.of("SN", "Customer PN", "operator", "Failure note", "start", "Hours", "formula"),
            List.of("1654023081708", "675-G5200", "  Chen Wei ", "返修 重测", "2025-04-01 08:30:00", "0.35", "=SUM(A1:A2)"),
            asList("：\t1652024024348", null, "a \"quoted\" name", "one, two; three | four", null, "-12.5", "+1"),
            asList(null, "a < b & c > d &amp; e", null, null, null, "0.0000001"),
            List.of("9007199254740991", "0015", "1.65402E+12", "#N/A", "TRUE", "100", "x"),
            List.of("0", "last\nline"));

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(
                format("xlsx", Format.XLSX, TableFile::xlsx),
                format("xls", Format.XLS, TableFile::xls),
                format("comma", Format.CSV, TableFile::csv),
                format("semicolon, marked", Format.CSV, TableFile::semicolons),
                format("pipe, carriage returns", Format.CSV, TableFile::pipes),
                format("tab", Format.CSV, TableFile::tsv),
                format("tab, UTF-16", Format.CSV, TableFile::utf16Tsv),
                format("tab, UTF-16 unmarked", Format.CSV, TableFile::unmarkedUtf16Tsv),
                format("html", Format.HTML, TableFile::html),
                format("html, UTF-16", Format.HTML, TableFile::utf16Html),
                format("mhtml, quoted-printable", Format.HTML, TableFile::quotedArchive),
                format("mhtml, base64", Format.HTML, TableFile::base64Archive),
                format("xml", Format.SPREADSHEETML, TableFile::spreadsheetMl),
                format("xml, UTF-16", Format.SPREADSHEETML, TableFile::utf16SpreadsheetMl));
    }

    private static Arguments format(String name, Format format, BiFunction<Path, List<List<Object>>, Path> writer) {
        return Arguments.argumentSet(name, format, writer);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void format_toldByContent(Format format, BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        Path renamed = Files.move(writer.apply(folder, TABLE), folder.resolve("export.xls.tmp"));
        try (RowReader reader = Source.open(renamed)) {
            assertThat(reader.format()).isEqualTo(format);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rows_identical(Format format, BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        assertThat(Exports.texts(writer.apply(folder, TABLE))).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rowNumbers_asInExcel(Format format, BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        assertThat(Exports.rows(writer.apply(folder, TABLE)))
                .extracting(Row::number)
                .containsExactly(1, 2, 4, 5, 6, 7);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void cellBeyondTheRow_blank(Format format, BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        Row last = Exports.rows(writer.apply(folder, TABLE)).get(5);
        assertThat(last.size()).isEqualTo(2);
        assertThat(last.text(2)).isNull();
        assertThat(last.kind(2)).isEqualTo(Row.Kind.BLANK);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void end_staysTheEnd(Format format, BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        try (RowReader reader = Source.open(writer.apply(folder, TABLE))) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                rows.add(reader.next());
            }
            assertThat(rows.subList(6, 10)).containsOnlyNulls();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void close_afterTheFirstRow(Format format, BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        Path file = writer.apply(folder, TABLE);
        RowReader reader = Source.open(file);
        reader.next();
        reader.close();
        reader.close();
        Files.delete(file);
    }
}
