package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.RealData;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plant's own exports, in both forms and against another library. */
@Tag("real")
class RealExportsTest {
    @ParameterizedTest
    @ValueSource(strings = {"testboardrecord", "workstationreport"})
    void xls_equalToItsXlsxTwin(String folder) throws Exception {
        int rows = 0;
        for (Path xls : RealData.exports(folder)) {
            Path month = Path.of(folder + "_xlsx", xls.getParent().getFileName().toString());
            Path twin = xls.getParent().getParent().getParent().resolve(month).resolve(xls.getFileName() + "x");
            rows += assertEqualRows(xls, twin);
        }
        assertThat(rows).isGreaterThan(40_000);
    }

    private static int assertEqualRows(Path xls, Path xlsx) throws SourceException {
        int rows = 0;
        try (RowReader old = Source.open(xls);
                RowReader modern = Source.open(xlsx)) {
            for (Row row = old.next(); row != null; row = old.next()) {
                Row twin = modern.next();
                assertThat(twin).as("row %d of %s", row.number(), xlsx).isNotNull();
                assertThat(twin.number()).isEqualTo(row.number());
                assertThat(Exports.texts(twin)).isEqualTo(Exports.texts(row));
                assertThat(Exports.kinds(twin)).isEqualTo(Exports.kinds(row));
                rows++;
            }
            assertThat(modern.next()).isNull();
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testboardrecord_xlsx/May_2025/test_board_record_report_05_01_2025_to_05_03_2025.xlsx",
                "workstationreport_xlsx/April_2025/workstationOutputReport_04_06_2025_to_04_08_2025.xlsx"
            })
    void xlsx_equalToAnotherLibrarys(String name) throws Exception {
        Path file = named(name);
        List<List<String>> expected = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> expected.add(texts(row)));
        }
        assertThat(Exports.texts(file)).isEqualTo(expected);
    }

    private static Path named(String name) {
        return RealData.exports(name.substring(0, name.indexOf('/'))).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseGet(() -> skip(name));
    }

    private static Path skip(String name) {
        assumeTrue(false, name + " is not among the real exports");
        throw new AssertionError();
    }

    private static List<String> texts(org.dhatim.fastexcel.reader.Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(row.getOptionalCell(column).map(RealExportsTest::text).orElse(null));
        }
        return texts.subList(0, lastText(texts) + 1);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber().stripTrailingZeros();
            return number.toPlainString();
        }
        return cell.getText().isEmpty() ? null : cell.getText();
    }

    private static int lastText(List<String> texts) {
        int last = texts.size() - 1;
        while (last >= 0 && texts.get(last) == null) {
            last--;
        }
        return last;
    }

    @Test
    void createdAt_asTheDocumentSays() throws Exception {
        Path xls = named("testboardrecord/May_2025/test_board_record_report_05_01_2025_to_05_03_2025.xls");
        try (RowReader reader = Source.open(xls)) {
            assertThat(reader.writtenAt()).contains(LocalDateTime.of(2025, 7, 3, 5, 20, 59));
        }
        Path xlsx = named("testboardrecord_xlsx/May_2025/test_board_record_report_05_01_2025_to_05_03_2025.xlsx");
        try (RowReader reader = Source.open(xlsx)) {
            assertThat(reader.writtenAt()).contains(LocalDateTime.of(2025, 7, 3, 1, 20, 59));
        }
    }

    @Test
    void file_untouched() throws Exception {
        Path file = RealData.exports("testboardrecord").get(0);
        byte[] before = Files.readAllBytes(file);
        Exports.rows(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
