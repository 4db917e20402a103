package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import io.yieldline.mart.DayRange;
import io.yieldline.mart.Scope;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Marts and views as files for other programs: the same rows in every format, a tag that changes with the data, Basic authentication. */
abstract class DownloadContract extends ServedContract {
    private static final String MART = "/marts/station_yield_daily";

    DownloadContract() {
        super(Role.VIEWER);
    }

    @TestFactory
    Iterable<DynamicTest> everyTable_hasTheSameRowsInShow_csvAndParquet() {
        return plant.routes().stream()
                .filter(Route::givesFiles)
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                    Table shown = plant.run(
                                    new ShowOperation(),
                                    new ShowOperation.Parameters(
                                            route.path().replaceAll(".*/", ""), DayRange.open(), Map.of(), null, null))
                            .table();
                    Reply csv = plant.get(route.path() + "?format=csv", asker);
                    Table parquet = parquet(plant.get(route.path() + "?format=parquet", asker));

                    assertThat(withoutRatios(csv.text(), shown)).isEqualTo(text(shown));
                    assertThat(csv.header("Yieldline-Total"))
                            .isEqualTo(Integer.toString(shown.rows().size()));
                    assertThat(parquet.rows()).hasSameSizeAs(shown.rows());
                    assertThat(parquet.columns().subList(0, shown.columns().size()))
                            .isEqualTo(shown.columns());
                    assertThat(numbers(parquet, shown.columns())).isEqualTo(numbers(shown, shown.columns()));
                }))
                .toList();
    }

    @Test
    void parquet_isOfTheSameFilters_withTypesAndRatios() throws IOException {
        Reply reply = plant.get(MART + "?station=FI&format=parquet", asker);

        assertThat(reply.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(reply.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"station_yield_daily.parquet\"");
        assertThat(parquet(reply).toString())
                .isEqualTo("Table[columns=[day, model, station, total, passed, failed, unjudged, yield_numerator,"
                        + " yield_denominator, yield], rows=[[2025-04-15, Tesla SXM4, FI, 3, 2, 1, 0, 2, 3,"
                        + " 0.6666666666666666]]]");
        assertThat(parquet(plant.get(
                                MART + "?by=model&limit=1",
                                ServedPlant.with(asker, "Accept", "application/vnd.apache.parquet")))
                        .columns())
                .startsWith("model", "first_day", "last_day", "total");
        assertThat(plant.staged()).as("files that are left behind").isZero();
    }

    @Test
    void wrongFormat_isRefused() {
        assertThat(plant.get(MART + "?format=xlsx", asker).detail())
                .isEqualTo("format \"xlsx\" is not one of json, csv, parquet");
        assertThat(plant.get("/units/1724001?format=parquet", asker).detail())
                .isEqualTo("format \"parquet\" is not one of json, csv");
    }

    @TestFactory
    Iterable<DynamicTest> tagIsTheSame_untilDataChange() {
        return List.of(
                        MART + "?format=csv",
                        MART + "?format=parquet",
                        "/views/weekly_summary?format=csv",
                        "/views/etl_v2.workstation_master_log?format=parquet")
                .stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    Reply first = plant.get(path, asker);
                    String tag = first.header("ETag");
                    assertThat(tag).matches("\"[0-9a-f]{32}\"");
                    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
                    assertThat(plant.get(path, asker).bytes())
                            .as("a strong tag: the same bytes")
                            .isEqualTo(first.bytes());

                    plant.token(Role.ANALYST);
                    plant.settle();
                    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                        Reply again = plant.get(path, ServedPlant.with(asker, "If-None-Match", known));
                        assertThat(again.status()).as(known).isEqualTo(304);
                        assertThat(again.bytes()).isEmpty();
                        assertThat(again.header("ETag")).isEqualTo(tag);
                        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
                    }
                    assertThat(plant.send(
                                            "HEAD",
                                            path,
                                            BodyPublishers.noBody(),
                                            ServedPlant.with(asker, "If-None-Match", "\"x\""))
                                    .header("ETag"))
                            .isEqualTo(tag);
                }))
                .toList();
    }

    @Test
    void tagChanges_withAnyLoadAndRefresh_andWithWhatIsAskedFor() {
        String before = tag("?format=csv");

        assertThat(List.of(tag("?format=parquet"), tag("?format=csv&station=FI"), tag("?format=csv&limit=1")))
                .doesNotContain(before)
                .doesNotHaveDuplicates();
        assertThat(plant.get(MART + "?format=csv", ServedPlant.with(asker, "Accept-Encoding", "gzip"))
                        .header("ETag"))
                .isNotEqualTo(before);

        Path more = TinyExport.write(
                temp.resolve("more.csv"), TinyExport.row("1724009", "FI", "2025-04-15 12:00:00", "Pass"));
        plant.run(new IngestOperation(), new IngestOperation.Parameters(List.of(more), null));
        plant.run(new AggregateOperation(), new AggregateOperation.Parameters(new Scope.Recent(), List.of()));

        Reply after = plant.get(MART + "?format=csv", ServedPlant.with(asker, "If-None-Match", before));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
        assertThat(after.text()).contains("2025-04-15,Tesla SXM4,FI,4,3,1,0,3,4,0.75\n");
    }

    @Test
    void anEvening_isAnsweredAsItWas_whateverCameLater() {
        List<String> asked = List.of(
                MART + "?format=json",
                MART + "?by=model&format=json",
                MART + "?format=csv&station=FI",
                MART + "?format=parquet",
                "/views/weekly_summary?format=csv",
                "/views/etl_v2.workstation_master_log?format=parquet",
                "/explain/station_yield_daily?station=FI&format=csv",
                "/explain/station_yield_daily?station=FI");
        List<String> then = asked.stream().map(this::content).toList();
        String evening =
                "&as_of=" + plant.now().atZone(ZoneId.of("America/New_York")).toLocalDate();
        String tag = plant.get(asked.get(2) + evening, asker).header("ETag");

        plant.later(Duration.ofDays(1));
        asker = plant.as(Role.VIEWER);
        Path more = TinyExport.write(
                temp.resolve("more.csv"), TinyExport.row("1724009", "FI", "2025-04-15 12:00:00", "Pass"));
        plant.run(new IngestOperation(), new IngestOperation.Parameters(List.of(more), null));
        plant.run(new AggregateOperation(), new AggregateOperation.Parameters(new Scope.Recent(), List.of()));

        assertThat(asked.stream().map(this::content).toList()).doesNotContainAnyElementsOf(then);
        assertThat(asked.stream().map(path -> content(path + evening)).toList()).isEqualTo(then);
        Reply known = plant.get(asked.get(2) + evening, ServedPlant.with(asker, "If-None-Match", tag));
        assertThat(known.status()).as("the file of that evening stays the same").isEqualTo(304);
        String snapshot =
                json("/snapshots").path("rows").path(1).path("snapshot").asString();
        assertThat(json(MART + "?limit=1" + evening).path("snapshot").asString())
                .isEqualTo(snapshot);
        assertThat(plant.get(asked.get(3) + evening, asker).header("Yieldline-Snapshot"))
                .isEqualTo(snapshot);
        assertThat(json(asked.get(7) + evening).path("notes").path(0).asString())
                .isEqualTo("As of snapshot " + snapshot + ".");
    }

    @Test
    void whatChangedBetweenTwoEvenings_isListed_withTheExport() {
        LocalDate evening = plant.now().atZone(ZoneId.of("America/New_York")).toLocalDate();
        plant.later(Duration.ofDays(1));
        asker = plant.as(Role.VIEWER);
        Path more = TinyExport.write(
                temp.resolve("more.csv"), TinyExport.row("1724009", "FI", "2025-04-15 12:00:00", "Pass"));
        plant.run(new IngestOperation(), new IngestOperation.Parameters(List.of(more), null));
        plant.run(new AggregateOperation(), new AggregateOperation.Parameters(new Scope.Recent(), List.of()));

        String diff = "/snapshots/diff?table=station_yield_daily&before=" + evening;
        JsonNode found = json(diff);
        assertThat(found.path("marts"))
                .hasToString(
                        "[{\"mart\":\"station_yield_daily\",\"cells\":2,\"changed\":1,\"added\":0,\"removed\":0}]");
        assertThat(found.path("exports").toString())
                .contains("\"export\":2", "more.csv", "\"was\":null,\"is\":\"loaded\",\"records\":1}");
        assertThat(found.path("rows").path(0))
                .hasToString(
                        "{\"mart\":\"station_yield_daily\",\"row\":\"changed\",\"key\":{\"day\":\"2025-04-15\","
                                + "\"model\":\"Tesla SXM4\",\"station\":\"FI\"},\"column\":\"total\",\"before\":3,\"after\":4}");
        Reply csv = plant.get(diff + "&format=csv&limit=1", asker);
        assertThat(csv.text()).isEqualTo("""
                mart,row,key,column,before,after
                station_yield_daily,changed,"day 2025-04-15, model Tesla SXM4, station FI",total,3,4
                """);
        assertThat(csv.header("Yieldline-Total")).isEqualTo("2");
    }

    @Test
    void anEveningWithoutASnapshot_isRefused_withTheNearest() {
        Reply reply = plant.get(MART + "?as_of=2024-12-24", asker);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.detail())
                .startsWith("there is no snapshot of the evening of 2024-12-24; the nearest one is of 2025-");
        assertThat(plant.get(MART + "?as_of=yesterday", asker).detail())
                .isEqualTo("as_of \"yesterday\" is not a valid date; write it as 2025-04-15");
    }

    /** What was answered, without the names of snapshots and the moment. */
    private String content(String path) {
        Reply reply = plant.get(path, asker);
        assertThat(reply.status()).as(path).isEqualTo(200);
        if (path.contains("parquet")) {
            return parquet(reply).toString();
        }
        return reply.text()
                .replaceAll("\"notes\":\\[[^]]*]", "\"notes\":[]")
                .replaceAll(",?\"snapshot\":\"[^\"]*\"", "");
    }

    @Test
    void browserKeepsNoFileOnItsDisk() {
        plant.user("ann", Role.VIEWER);

        assertThat(plant.get(MART + "?format=csv", "Cookie", plant.logIn("ann", ServedPlant.PASSWORD))
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    private String tag(String query) {
        return plant.get(MART + query, asker).header("ETag");
    }

    private Table parquet(Reply reply) {
        assertThat(reply.status()).as(reply.header("Content-Type")).isEqualTo(200);
        Path file = temp.resolve("read.parquet");
        try {
            Files.write(file, reply.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TableFiles.inspect(temp, session -> session.table("select * from " + TableFiles.source(file)));
    }

    private static String text(Table table) {
        StringWriter text = new StringWriter();
        CsvTable.write(table, text);
        return text.toString();
    }

    /** A CSV file as {@code show} writes it, without the columns of ratios, which stand last and hold no commas. */
    private static String withoutRatios(String csv, Table shown) {
        String header = String.join(",", shown.columns());
        int ratios =
                csv.lines().findFirst().orElseThrow().substring(header.length()).split(",", -1).length - 1;
        return ratios == 0 ? csv : csv.replaceAll("(?m)(,[^,\\n]*){" + ratios + "}$", "");
    }

    /** The sums of the columns of numbers. */
    private static List<Double> numbers(Table table, List<String> columns) {
        return columns.stream()
                .map(column -> table.rows().stream()
                        .map(row -> row.get(table.columns().indexOf(column)))
                        .filter(Number.class::isInstance)
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .sum())
                .toList();
    }
}
