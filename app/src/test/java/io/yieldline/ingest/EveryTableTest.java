package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of a feed is found in every sheet and table; what is not read, and what is no record, is named and counted. */
class EveryTableTest {
    private static final List<String> HEADER = Step.HEADER;
    private static final List<String> SUMMARY = List.of("Export Summary", "made on Monday");

    @TempDir
    Path folder;

    private TestPlant plant;

    @BeforeEach
    void open() {
        plant = TestPlant.on(Engine.DUCKDB, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @SafeVarargs
    private ExportReport load(TableFormat format, List<List<String>>... sheets) throws IOException {
        Path file = folder.resolve("export." + format);
        try (OutputStream out = Files.newOutputStream(file)) {
            format.write(out, List.of(sheets));
        }
        return plant.load(file);
    }

    private ExportReport load(List<List<String>> lines) {
        List<String> csv = lines.stream()
                .map(line -> line.stream().map(text -> text == null ? "" : text).collect(Collectors.joining(",")))
                .toList();
        return plant.load(Step.lines(folder.resolve("export.csv"), csv));
    }

    /** Rows of a table: the header, then so many records from a number on. */
    private static List<List<String>> table(int first, int count) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        IntStream.range(first, first + count).mapToObj(EveryTableTest::record).forEach(rows::add);
        return rows;
    }

    private static List<String> record(int number) {
        return Step.of("13210250000" + (10 + number), "FI", "2025-04-01 08:%02d:01".formatted(number))
                .row();
    }

    private static List<List<String>> joined(List<List<List<String>>> tables) {
        return tables.stream().flatMap(List::stream).toList();
    }

    private void assertLoaded(ExportReport report, int records, String... remarks) {
        assertThat(report.reason()).isNull();
        assertThat(report.rejections()).isEmpty();
        assertThat(report.counts().added()).isEqualTo(records);
        assertThat(report.remarks()).containsExactly(remarks);
        assertThat(plant.lines("select remarks from export")).containsExactly(String.join("; ", remarks));
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatContinueInTheNextSheet(TableFormat format) throws IOException {
        assertLoaded(
                load(format, table(0, 3), table(3, 2)),
                5,
                "read " + format.named(1) + " (3 rows), " + format.named(2) + " (2 rows, numbered from 20000001)");
        assertThat(plant.lines("select row_number from workstation_master_log order by serial_number"))
                .containsExactly("2", "3", "4", "20000002", "20000003");
    }

    @ParameterizedTest
    @EnumSource
    void aSummaryBeforeTheTable(TableFormat format) throws IOException {
        assertLoaded(
                load(format, List.of(SUMMARY, SUMMARY), table(0, 3)),
                3,
                "not read: " + format.named(1) + " (2 rows, no header of a feed)");
    }

    @ParameterizedTest
    @EnumSource
    void columnsInAnotherOrderInTheNextSheet(TableFormat format) throws IOException {
        List<List<String>> turned = table(3, 2).stream()
                .map(row -> {
                    List<String> reversed = new ArrayList<>(row);
                    Collections.reverse(reversed);
                    return reversed;
                })
                .map(List::copyOf)
                .toList();
        ExportReport report = load(format, table(0, 3), List.of(List.of("")), turned);
        assertThat(report.counts().added()).isEqualTo(5);
        assertThat(plant.lines("select distinct station from workstation_master_log"))
                .containsExactly("FI");
    }

    @Test
    void aSheetOfAnotherFeed_isNamed() throws IOException {
        List<String> testboard = io.yieldline.feed.Feeds.builtIn().named("testboard").columns().stream()
                .map(io.yieldline.feed.Column::header)
                .toList();
        assertLoaded(
                load(
                        TableFormat.XLSX,
                        table(0, 3),
                        List.of(testboard, testboard.stream().map(h -> "x").toList())),
                3,
                "not read: sheet \"S2\" (1 row of a testboard export; load them from a file of their own)");
    }

    @Test
    void aTableBelowAnother_withoutWordAbove20Rows() throws IOException {
        List<List<String>> counts = new ArrayList<>(Collections.nCopies(30, List.of("FI", "10", "9", "1")));
        assertLoaded(
                load(TableFormat.XLSX, joined(List.of(counts, table(0, 3)))), 3, "not read: 30 rows above a header");
    }

    @Test
    void tablesBelowEachOther() {
        List<String> title = List.of("Line 2", "", "");
        assertLoaded(
                load(joined(List.of(List.of(title), table(0, 3), List.of(title), table(3, 2)))),
                5,
                "no records: 1 repeated header row, 1 page line");
    }

    @Test
    void headersOfEachPage() {
        List<List<String>> title = List.of(List.of("Output Report"), List.of("Printed 2025-05-14 06:00"));
        List<List<String>> lines = joined(List.of(
                title,
                table(0, 3),
                List.of(List.of("Page 1 of 2")),
                title,
                table(3, 2),
                List.of(List.of("Page 2 of 2"))));
        assertLoaded(load(lines), 5, "no records: 1 repeated header row, 4 page lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Total", "Summe:", "Grand Total", "合计", "TOTAL 3", "3 rows", "(3 rows affected)", "Subtotal FI"})
    void totalsLine_isNoRecordAndShown(String word) {
        List<List<String>> lines = new ArrayList<>(table(0, 3));
        lines.add(List.of(word, "3"));
        assertLoaded(load(lines), 3, "no records: 1 totals line (row 5 \"" + word + " 3\")");
    }

    @Test
    void totalsLine_inAnyColumn() throws IOException {
        List<String> total = new ArrayList<>(Collections.nCopies(HEADER.size(), null));
        total.set(5, "Total");
        total.set(6, "3");
        List<List<String>> lines = new ArrayList<>(table(0, 3));
        lines.add(total);
        assertLoaded(load(TableFormat.XLSX, lines), 3, "no records: 1 totals line (row 5 \"Total 3\")");
    }

    @Test
    void recordsThatEndBeforeTheyStart_areCounted() throws IOException {
        List<List<String>> lines = new ArrayList<>(table(0, 3));
        lines.add(Step.first()
                .with(Step.START, "2025-04-15 08:00:01")
                .with(Step.END, "2025-04-15 08:00:00")
                .row());
        assertLoaded(
                load(TableFormat.XLSX, lines),
                4,
                "1 of 4 records end before they start; correct the times in the MES and export them again; for the rows,"
                        + " see: yieldline check end_before_start --details");
    }

    @Test
    void aRecordThatLostItsTime_isRejectedAndNotTakenForATotal() {
        List<List<String>> lines = new ArrayList<>(table(0, 30));
        lines.add(Step.first().with(Step.END, "").with(Step.OPERATOR, "Total").row());
        ExportReport report = load(lines);
        assertThat(report.counts().rejected()).isEqualTo(1);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void aWrongRowOfTheSecondSheet_isNamedWithItsTable() throws IOException {
        List<List<String>> wrong = new ArrayList<>(table(30, 1));
        wrong.add(Step.first().with(Step.END, "yesterday").row());
        assertThat(load(TableFormat.XLSX, table(0, 30), wrong).rejections())
                .containsExactly("row 3 of table 2: History station end time \"yesterday\" is not a valid timestamp;"
                        + " write it as 2025-04-15 13:45:00");
    }

    /** The header of each table counts, like the cells below it. */
    @Test
    void cleanedCellsOfHeaders_areCounted() throws IOException {
        List<List<String>> second = new ArrayList<>(table(3, 2));
        second.set(0, HEADER.stream().map(header -> header + "\u00a0").toList());
        List<List<String>> first = new ArrayList<>(table(0, 3));
        List<String> header = new ArrayList<>(HEADER);
        header.set(0, "\u200bSN");
        first.set(0, header);
        ExportReport report = load(TableFormat.XLSX, first, second);
        assertThat(report.counts().added()).isEqualTo(5);
        assertThat(report.cleaned().words())
                .startsWith("SN: unusual blanks 2; PN: unusual blanks 1; ")
                .contains("History station end time: unusual blanks 1");
        assertThat(report.cleaned().total()).isEqualTo(HEADER.size() + 1);
    }

    /** A macro sheet of Excel 4 has cells like any other; a chart has none. */
    @ParameterizedTest
    @CsvSource({"1, 'not read: sheet \"S2\" (1 row, no header of a feed)'", "2, ''"})
    void macroSheetsOfOldWorkbooks_areNotSkipped(int type, String remark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableFormat.XLS.write(out, List.of(table(0, 3), List.of(SUMMARY)));
        byte[] name = {2, 0, 'S', '2'};
        String bytes = out.toString(StandardCharsets.ISO_8859_1);
        byte[] book = out.toByteArray();
        book[bytes.indexOf(new String(name, StandardCharsets.ISO_8859_1)) - 1] = (byte) type;
        Path file = Files.write(folder.resolve("macro.xls"), book);
        assertLoaded(plant.load(file), 3, remark.isEmpty() ? new String[0] : new String[] {remark});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
                "http://schemas.microsoft.com/office/2006/relationships/xlIntlMacrosheet"
            })
    void macroSheets_areNotSkipped(String type) throws IOException {
        Path plain = folder.resolve("plain.xlsx");
        try (OutputStream out = Files.newOutputStream(plain)) {
            TableFormat.XLSX.write(out, List.of(table(0, 3), List.of(SUMMARY), table(3, 1)));
        }
        Path file = folder.resolve("macro.xlsm");
        try (ZipFile zip = new ZipFile(plain.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(ofType(text, type).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertLoaded(
                plant.load(file),
                4,
                "read sheet \"S1\" (3 rows), sheet \"S3\" (1 row, numbered from 20000001)",
                "not read: sheet \"S2\" (1 row, no header of a feed)");
    }

    /** Sheets 2 and 3 become macro sheets. */
    private static String ofType(String part, String type) {
        return part.replaceAll(
                        "(<Relationship [^>]*)\"http[^\"]*/worksheet\"([^>]*sheet[23]\\.xml)", "$1\"" + type + "\"$2")
                .replaceAll("(<Relationship [^>]*sheet[23]\\.xml[^>]*)\"http[^\"]*/worksheet\"", "$1\"" + type + "\"");
    }

    @Test
    void noHeaderInAnySheet_parksTheExport() throws IOException {
        ExportReport report = load(TableFormat.XLSX, List.of(SUMMARY), List.of(SUMMARY));
        assertThat(report.outcome()).isEqualTo(Outcome.PARKED);
        assertThat(report.reason())
                .isEqualTo("no row is the header of a known feed; for the columns of each feed, see: yieldline feeds");
    }
}
