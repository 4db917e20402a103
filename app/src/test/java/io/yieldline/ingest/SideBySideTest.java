package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.feed.Column;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.warehouse.Engine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns beside the table of an export are read, or said to be left out; none is dropped without a word. */
class SideBySideTest extends PlantSuite {
    private static final List<List<String>> TABLE = table(0, 3);
    private static final List<String> GAP = List.of("");

    SideBySideTest() {
        super(Engine.DUCKDB);
    }

    private static List<List<String>> table(int first, int count) {
        return Stream.concat(
                        Stream.of(Step.HEADER),
                        IntStream.range(first, first + count)
                                .mapToObj(i -> Step.of(
                                                "13210250000" + (10 + i), "FI", "2025-04-01 08:%02d:01".formatted(i))
                                        .row()))
                .toList();
    }

    /** Rows of one column after the other. */
    private static List<List<String>> rows(String... cells) {
        return Stream.of(cells).map(text -> List.of(text.split("\\|", -1))).toList();
    }

    /** Loads tables that stand beside each other. */
    @SafeVarargs
    private ExportReport load(List<List<String>>... tables) {
        int height = Stream.of(tables).mapToInt(List::size).max().orElseThrow();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            int line = row;
            lines.add(Stream.of(tables)
                    .flatMap(table -> (line < table.size()
                                    ? table.get(line)
                                    : Collections.nCopies(table.get(0).size(), ""))
                            .stream())
                    .collect(Collectors.joining(",")));
        }
        return plant.load(Step.lines(folder.resolve("export.csv"), lines));
    }

    private void assertLoaded(ExportReport report, int records, String... remarks) {
        assertThat(report.reason()).isNull();
        assertThat(report.rejections()).isEmpty();
        assertThat(report.counts().added()).isEqualTo(records);
        assertThat(report.remarks()).containsExactly(remarks);
    }

    private void assertRefused(ExportReport report, String reason) {
        assertThat(report.outcome()).isEqualTo(Outcome.PARKED);
        assertThat(report.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tablesOfTheFeed_areAllRead(boolean apart) {
        assertLoaded(load(TABLE, apart ? List.of(GAP) : List.of(List.of()), table(3, 2)), 5);
        assertThat(plant.lines("select row_number from workstation_master_log order by serial_number"))
                .containsExactly("2", "3", "4", "20000002", "20000003");
    }

    @ParameterizedTest
    @CsvSource({
        "SN,               '\"SN\" (also named \"Serial number\")'",
        "SN|Remark,        '\"SN\" (also named \"Serial number\")'",
        "Serial Number,    '\"Serial Number\" (also named \"SN\")'",
        "SN|Model|operator,'\"SN\" (also named \"Serial number\"), \"Model\", \"operator\"'",
    })
    void theFirstColumnAgain_isRefusedLikeAnyOther(String headers, String named) {
        assertRefused(
                load(TABLE, rows(headers, "a|b|c")), "column " + named + " appears twice in the header; remove one");
    }

    @Test
    void theFirstColumnTwiceAtTheBegin_isRefused() {
        assertRefused(
                load(rows("SN", "a", "b", "c"), TABLE),
                "column \"SN\" (also named \"Serial number\") appears twice in the header; remove one");
    }

    @Test
    void aTableWithAColumnTwice_isRefused_whateverStandsBeside() {
        assertRefused(
                load(TABLE, rows("operator", "Ann"), List.of(GAP), table(3, 2)),
                "column \"operator\" appears twice in the header; remove one");
    }

    @Test
    void aTableOfItsOwnApart_isNamedAndCounted() {
        assertLoaded(
                load(TABLE, List.of(GAP), rows("SN|Remark", "1|late", "|", "2|late")),
                3,
                "not read: table beside with \"SN\", \"Remark\" (2 rows, no header of a feed)");
    }

    @Test
    void aTableOfItsOwnBefore_isNamedAndCounted() {
        assertLoaded(
                load(rows("Model|Total|Pass|Fail", "GB200|3|3|0"), List.of(GAP), TABLE),
                3,
                "not read: table beside with \"Model\", \"Total\", \"Pass\" and 1 more (1 row, no header of a feed)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableOfAnotherFeed_isNamed(boolean apart) {
        List<String> testboard = Feeds.builtIn().named("testboard").columns().stream()
                .map(Column::header)
                .toList();
        List<List<String>> other = List.of(testboard, Collections.nCopies(testboard.size(), "x"));
        assertThat(load(TABLE, apart ? List.of(GAP) : List.of(List.of()), other).remarks())
                .singleElement()
                .asString()
                .startsWith("not read: table beside with \"SN\", ")
                .endsWith(" export; load them from a file of their own)");
    }

    @Test
    void pagesWithTheSameTableBeside_areOneTable() {
        List<List<String>> pages =
                Stream.of(TABLE, table(3, 2)).flatMap(List::stream).toList();
        List<List<String>> beside = rows("SN|Remark", "1|late", "|", "|", "SN|Remark", "2|late");
        assertLoaded(
                load(pages, List.of(GAP), beside),
                5,
                "not read: table beside with \"SN\", \"Remark\" (2 rows, no header of a feed)",
                "no records: 1 repeated header row");
    }

    @Test
    void textsWithoutAHeader_areCounted() {
        assertLoaded(
                load(TABLE, List.of(GAP), rows("", "", "late", "late")),
                3,
                "not read: texts in columns without a header (2 rows; the first is row 3, column 12)");
    }

    /** A name with a comma and no quotes moves what follows into the next column. */
    @Test
    void textsRightOfTheHeader_areCounted() {
        List<List<String>> shifted = new ArrayList<>(TABLE);
        shifted.set(2, Stream.concat(TABLE.get(2).stream(), Stream.of("Lee")).toList());
        assertLoaded(
                load(shifted), 3, "not read: texts in columns without a header (1 row; the first is row 3, column 11)");
    }

    @Test
    void aColumnThatLostItsHeader_isCounted() {
        List<List<String>> table = new ArrayList<>(TABLE);
        table.set(
                0,
                Step.HEADER.stream()
                        .map(header -> header.equals(Step.OPERATOR) ? "" : header)
                        .toList());
        assertLoaded(
                load(table), 3, "not read: texts in columns without a header (3 rows; the first is row 2, column 10)");
    }

    @Test
    void textsOnlyBetweenTables_areNoRecords() {
        assertLoaded(load(TABLE, rows("", "", "", "", "a note"), table(3, 2)), 5, "no records: 1 row beside the table");
    }

    @Test
    void unknownColumnsOfEachTable_areReported() {
        ExportReport report =
                load(TABLE, rows("Colour", "red"), List.of(GAP), table(3, 2), rows("Weather|Colour", "dry|red"));
        assertLoaded(report, 5);
        assertThat(report.unknownColumns()).containsExactly("Colour", "Weather");
        assertThat(plant.lines("select unknown_columns from export")).containsExactly("Colour, Weather");
    }
}
