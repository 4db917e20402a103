package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.yieldline.api.auth.Role;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.ask.ExportOperation;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows and totals of every mart and view of the demo plant: the same whichever way they leave it. */
@Tag("engines")
class EveryTotalTest {
    @TempDir
    static Path temp;

    private static ServedPlant plant;
    private static String[] asker;
    private static Path live;

    @BeforeAll
    static void serve() {
        plant = ServedPlant.demo(temp);
        asker = plant.as(Role.VIEWER);
        plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
        live = temp.resolve("live.xlsx");
        export(tables(), "csv", new ExportOperation.Live(live, "https://yieldline.example.com/"));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @TestFactory
    Iterable<DynamicTest> everyTable_hasTheSameTotals_inShowSqlCsvParquetXlsxAndTheLiveWorkbook() {
        return tables().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Map<String, Double> shown = totals(shown(name));
                    assertThat(shown.get("rows")).isPositive();

                    if (!name.startsWith("etl_v2.")) {
                        assertThat(sql(name, shown)).as("SQL over the lake").isEqualTo(shown);
                    }
                    Map<String, Double> csv = csv(name);
                    assertThat(csv).as("csv").containsAllEntriesOf(shown);
                    assertThat(totals(parquet(name))).as("parquet").containsAllEntriesOf(shown);
                    assertThat(xlsx(name)).as("xlsx").containsAllEntriesOf(shown);
                    assertThat(liveSheet(name)).as("live workbook, with ratios").containsAllEntriesOf(csv);
                }))
                .toList();
    }

    private static List<String> tables() {
        return plant.routes().stream()
                .filter(Route::givesFiles)
                .map(route -> route.path().replaceAll(".*/", ""))
                .toList();
    }

    private static String path(String name) {
        return plant.routes().stream()
                .filter(route -> route.givesFiles() && route.path().endsWith("/" + name))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static Table shown(String name) {
        return plant.run(new ShowOperation(), new ShowOperation.Parameters(name, DayRange.open(), Map.of(), null, null))
                .table();
    }

    private static void export(List<String> tables, String format, ExportOperation.Live live) {
        plant.run(
                new ExportOperation(),
                new ExportOperation.Parameters(tables, DayRange.open(), temp.resolve("out"), format, live));
    }

    private static Map<String, Double> sql(String name, Map<String, Double> shown) {
        String sums = shown.keySet().stream()
                .map(column -> column.equals("rows") ? "count(*) as rows" : "sum(" + column + ") as " + column)
                .collect(Collectors.joining(", "));
        JsonNode row = plant.post(
                        "/query",
                        JsonMapper.shared().writeValueAsString(Map.of("sql", "select " + sums + " from " + name)),
                        plant.as(Role.OPERATOR))
                .json()
                .path("rows")
                .path(0);
        Map<String, Double> totals = new TreeMap<>();
        shown.keySet().forEach(column -> totals.put(column, row.path(column).asDouble()));
        return totals;
    }

    private static Table parquet(String name) throws IOException {
        Path file = Files.write(
                temp.resolve("read.parquet"),
                plant.get(path(name) + "?format=parquet", asker).bytes());
        return TableFiles.inspect(temp, session -> session.table("select * from " + TableFiles.source(file)));
    }

    private static Map<String, Double> totals(Table table) {
        return totals(
                table.columns(),
                table.rows(),
                row -> row.stream()
                        .map(value -> value instanceof Number number ? number.doubleValue() : null)
                        .toList());
    }

    private static Map<String, Double> csv(String name) {
        String text = plant.get(path(name) + "?format=csv", asker).text();
        List<String> columns = List.of(text.lines().findFirst().orElseThrow().split(","));
        Table types = shown(name);
        Set<String> numbers =
                columns.stream().filter(column -> isNumber(types, column)).collect(Collectors.toSet());
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            return totals(
                    columns,
                    records.stream().toList(),
                    row -> columns.stream()
                            .map(column -> numbers.contains(column) ? number(row.getField(column)) : null)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts of digits, such as serial numbers, are no numbers; the columns of ratios are. */
    private static boolean isNumber(Table types, String column) {
        int place = types.columns().indexOf(column);
        return place < 0 || types.rows().stream().anyMatch(row -> row.get(place) instanceof Number);
    }

    private static Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    private static Map<String, Double> xlsx(String name) throws IOException {
        export(List.of(name), "xlsx", null);
        return sheet(temp.resolve("out").resolve(name + ".xlsx"), 0, 0);
    }

    private static Map<String, Double> liveSheet(String name) throws IOException {
        return sheet(live, tables().indexOf(name) + 1, 3);
    }

    private static Map<String, Double> sheet(Path file, int number, int header) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getSheet(number).orElseThrow().openStream()) {
            List<Row> all = rows.filter(row -> row.getRowNum() > header).toList();
            List<String> columns = all.get(0).stream()
                    .map(Cell::getText)
                    .filter(column -> !column.equals("why?"))
                    .toList();
            return totals(
                    columns,
                    all.subList(1, all.size()),
                    row -> IntStream.range(0, columns.size())
                            .mapToObj(place -> number(row, place))
                            .toList());
        }
    }

    /** Days and times are numbers of a sheet, too; nobody compares their totals. */
    private static Double number(Row row, int place) {
        Cell cell = place < row.getCellCount() ? row.getCell(place) : null;
        return cell == null || cell.getType() != CellType.NUMBER
                ? null
                : cell.asNumber().doubleValue();
    }

    /** The number of rows, and the sum of each column that has a number. */
    private static <R> Map<String, Double> totals(
            List<String> columns, List<R> rows, Function<R, List<Double>> numbers) {
        Map<String, Double> totals = new TreeMap<>();
        totals.put("rows", (double) rows.size());
        for (R row : rows) {
            List<Double> values = numbers.apply(row);
            for (int place = 0; place < columns.size(); place++) {
                if (values.get(place) != null) {
                    totals.merge(columns.get(place), values.get(place), Double::sum);
                }
            }
        }
        totals.replaceAll((column, total) -> Math.rint(total * 1e6) / 1e6);
        return totals;
    }
}
