package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the API answers about a plant of five rows, the same on every engine. */
abstract class ApiContract {
    @TempDir
    Path temp;

    private ServedPlant plant;
    private String[] admin;

    /** The setting {@code database} of a new plant. */
    abstract String database();

    @BeforeEach
    void serve() {
        plant = ServedPlant.on(database(), temp);
        admin = plant.as(Role.ADMIN);
    }

    @AfterEach
    void stop() {
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    @Test
    void martRows_comeWithZoneRangeAndEveryRatioBesideItsCounts() {
        JsonNode mart = json("/marts/station_yield_daily?station=fi&from=2025-04-01&to=2025-04-30");

        assertThat(mart.path("zone").asString()).isEqualTo("America/New_York");
        assertThat(mart.path("range").toString())
                .isEqualTo("{\"from\":\"2025-04-01\",\"to\":\"2025-04-30\",\"first_row\":\"2025-04-15\","
                        + "\"last_row\":\"2025-04-15\"}");
        assertThat(mart.path("total").asInt()).isEqualTo(1);
        assertThat(mart.path("rows").get(0).toString())
                .isEqualTo(
                        "{\"day\":\"2025-04-15\",\"model\":\"Tesla SXM4\",\"station\":\"FI\",\"total\":3,\"passed\":2,"
                                + "\"failed\":1,\"unjudged\":0,\"yield\":{\"numerator\":2,\"denominator\":3,"
                                + "\"value\":0.6666666666666666}}");
    }

    @Test
    void nothingToDivideBy_isNoValue() {
        JsonNode rows = json("/marts/station_yield_daily?station=PACKING&from=2025-04-19")
                .path("rows");

        assertThat(rows.get(0).path("yield").toString())
                .isEqualTo("{\"numerator\":0,\"denominator\":0,\"value\":null}");
    }

    @Test
    void martRows_byWeekByPageAndAsCsv() {
        assertThat(json("/marts/station_yield_weekly?week=2025-W16")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(json("/marts/station_yield_weekly?from=2025-04-21")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(json("/marts/station_yield_daily?limit=1&offset=1")
                        .path("rows")
                        .get(0)
                        .path("day")
                        .asString())
                .isEqualTo("2025-04-16");

        ServedPlant.Reply csv = plant.get("/marts/station_yield_daily?format=csv&station=FI&station=packing", admin);
        assertThat(csv.text()).isEqualTo("""
                day,model,station,total,passed,failed,unjudged,yield_numerator,yield_denominator,yield
                2025-04-15,Tesla SXM4,FI,3,2,1,0,2,3,0.6666666666666666
                2025-04-16,Tesla SXM4,PACKING,1,1,0,0,1,1,1.0
                2025-04-19,Tesla SXM4,PACKING,1,0,0,1,0,0,
                """);
        assertThat(csv.header("Yieldline-Total")).isEqualTo("3");
        assertThat(csv.header("Yieldline-Range")).isEqualTo("2025-04-15 to 2025-04-19");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"station_yield_daily.csv\"");
        assertThat(plant.get("/marts/packing_daily", ServedPlant.with(admin, "Accept", "text/csv"))
                        .text())
                .startsWith("day,model,part_number,packed\n");
    }

    @TestFactory
    Iterable<DynamicTest> everyMartAndViewAnswers() {
        return plant.routes().stream()
                .filter(route ->
                        route.path().startsWith("/marts/") || route.path().startsWith("/views/"))
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                    JsonNode json = json(route.path() + "?limit=3");
                    assertThat(json.path("rows").isArray()).isTrue();
                    assertThat(json.path("total").isNumber()).isTrue();
                }))
                .toList();
    }

    @Test
    void martRows_areAddedUpByTheKeysThatAreAskedFor() {
        assertThat(plant.get("/marts/station_yield_daily?by=station&station=FI", admin)
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[{\"station\":\"FI\",\"first_day\":\"2025-04-15\",\"last_day\":\"2025-04-15\",\"total\":3,"
                        + "\"passed\":2,\"failed\":1,\"unjudged\":0,\"yield\":{\"numerator\":2,\"denominator\":3,"
                        + "\"value\":0.6666666666666666}}]");
        assertThat(plant.get("/marts/station_yield_daily?by=model&by=day&format=csv", admin)
                        .text())
                .startsWith("day,model,total,passed,failed,unjudged,yield_numerator,yield_denominator,yield\n"
                        + "2025-04-15,Tesla SXM4,3,2,1,0,2,3,0.66");
        assertThat(plant.get("/marts/station_yield_daily?by=model&limit=1", admin)
                        .json()
                        .path("range")
                        .toString())
                .contains("\"first_row\":\"2025-04-15\",\"last_row\":\"2025-04-19\"");
        assertThat(plant.get("/marts/station_yield_daily?by=passed", admin).detail())
                .isEqualTo("by \"passed\" is none of day, model, station");
        assertThat(plant.get("/marts/packing_daily?model=", admin)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void answersFollowTheDatabase() {
        assertThat(json("/marts/packing_daily")
                        .path("rows")
                        .get(0)
                        .path("packed")
                        .asInt())
                .isEqualTo(1);
        plant.warehouse().writeAll(session -> session.execute("update packing_daily set packed = 7"));
        assertThat(json("/marts/packing_daily")
                        .path("rows")
                        .get(0)
                        .path("packed")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void journey_isAllRecordsOfAUnit() {
        JsonNode unit = json("/units/1724002");

        assertThat(unit.path("rows")
                        .valueStream()
                        .map(row -> row.path("station").asString() + " "
                                + row.path("verdict").asString() + " "
                                + row.path("ended_at").asString() + " "
                                + row.path("file").asString() + " "
                                + row.path("row_number").asInt())
                        .toList())
                .containsExactly(
                        "FI fail 2025-04-15T08:15:00 workstation.csv 3",
                        "FI pass 2025-04-15T09:15:00 workstation.csv 4",
                        "PACKING none 2025-04-19T10:01:00 workstation.csv 6");
        assertThat(plant.get("/units/%EF%BC%9A17240-02%09", admin).status()).isEqualTo(200);
        assertThat(plant.get("/units/1", admin).detail()).isEqualTo("no export has a record of unit 1");
    }

    @Test
    void batch_saysHowEachUnitStands() {
        JsonNode json = batch("{\"serials\":[\"1724002\",\"1724001\",\"9\",\"1724002\"]}");

        assertThat(json.path("counts").toString())
                .isEqualTo("{\"passed\":0,\"failed\":0,\"pending\":1,\"shipped\":1,\"never_seen\":1}");
        assertThat(json.path("rows").get(0).toString())
                .isEqualTo("{\"serial_number\":\"1724002\",\"state\":\"pending\",\"feed\":\"workstation\","
                        + "\"station\":\"FI\",\"ended_at\":\"2025-04-15T09:15:00\",\"error_code\":null,\"reason\":null,"
                        + "\"packed_at\":null,\"seen_at\":\"2025-04-19T10:01:00\"}");
        assertThat(json.path("rows").get(1).path("packed_at").asString()).isEqualTo("2025-04-16T10:01:00");
        assertThat(json.path("rows").get(2).path("state").asString()).isEqualTo("never_seen");
    }

    @Test
    void batch_takesPastedText_andAnswersWithCsv() {
        ServedPlant.Reply csv = plant.send(
                "POST",
                "/units/batch?format=csv",
                BodyPublishers.ofString("\uFEFF1724001\r\n\"9\";"),
                ServedPlant.with(admin, "Content-Type", "text/csv"));

        assertThat(csv.text()).isEqualTo("""
                serial_number,state,feed,station,ended_at,error_code,reason,packed_at,seen_at
                1724001,shipped,workstation,PACKING,2025-04-16 10:01:00,,,2025-04-16 10:01:00,2025-04-16 10:01:00
                9,never_seen,,,,,,,
                """);
    }

    @Test
    void batch_takesTenThousandAndNoMore() {
        assertThat(batch("{\"serials\":" + serials(10_000) + "}").path("total").asInt())
                .isEqualTo(10_000);
        assertThat(plant.post("/units/batch", "{\"serials\":" + serials(10_001) + "}", admin)
                        .detail())
                .isEqualTo("10001 serial numbers are more than 10000; ask in several parts");
        assertThat(plant.post("/units/batch", "{\"serials\":[\"--\"]}", admin).detail())
                .isEqualTo("there is no serial number in it");
    }

    @Test
    void ledger() {
        JsonNode exports = json("/exports?status=loaded&feed=workstation");
        assertThat(exports.path("total").asInt()).isEqualTo(1);
        assertThat(exports.path("rows").get(0).path("file").asString()).isEqualTo("workstation.csv");
        assertThat(json("/exports/1").path("added").asInt()).isEqualTo(5);
        assertThat(plant.get("/exports/2", admin).detail()).isEqualTo("there is no export of this number");
        assertThat(json("/rejects").path("total").asInt()).isZero();
        assertThat(json("/runs?operation=ingest")
                        .path("rows")
                        .get(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("done");
        assertThat(json("/runs/1").path("operation").asString()).isEqualTo("ingest");
    }

    @Test
    void status_saysNothingOfTheMachine() {
        JsonNode status = json("/status");

        assertThat(status.path("plant").asString()).isEqualTo("test");
        assertThat(status.path("today").asString()).isEqualTo("2025-06-02");
        assertThat(status.path("feeds").get(0).toString())
                .isEqualTo("{\"feed\":\"workstation\",\"exports\":1,\"records\":5,\"until\":\"2025-04-19T10:01:00\"}");
        assertThat(status.toString()).doesNotContain(temp.toString());
    }

    @Test
    void usersTokensAndAudit_areKept() {
        plant.user("ann", Role.VIEWER);
        assertThat(json("/users")
                        .valueStream()
                        .map(user -> user.path("name").asString())
                        .toList())
                .containsExactly("admin", "admin-token", "ann");
        assertThat(json("/tokens").get(0).path("scope").asString()).isEqualTo("admin");

        JsonNode audit = json("/audit");
        assertThat(audit.path("flaw").isNull()).isTrue();
        assertThat(audit.path("rows")
                        .valueStream()
                        .map(row -> row.path("action").asString())
                        .toList())
                .containsExactly("add user", "create token", "add user", "add user");
    }

    @Test
    void tamperedAudit_isFound() {
        plant.user("ann", Role.VIEWER);
        plant.warehouse().writeAll(session -> session.execute("update audit set detail = 'role viewer' where id = 2"));
        assertThat(plant.audit().flaw()).contains("entry 2 of the audit was changed");

        plant.warehouse().writeAll(session -> session.execute("delete from audit where id = 2"));
        assertThat(plant.audit().flaw()).contains("entry 2 of the audit is missing");
    }

    @Test
    void lastUses_areWrittenNowAndThen() {
        json("/status");
        assertThat(json("/tokens").get(0).path("used_at").isNull()).isTrue();

        plant.settle();

        assertThat(json("/tokens").get(0).path("used_at").asString()).isEqualTo("2025-06-02T12:00:00");
    }

    @Test
    void openApi_hasEveryRouteAndNoOther() {
        JsonNode document = json("/openapi.json");

        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").properties().stream()
                        .flatMap(path -> path.getValue().properties().stream()
                                .map(operation -> operation.getKey().toUpperCase() + " " + path.getKey()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(plant.routes().stream()
                        .map(route -> route.method().name() + " " + Routes.ROOT + route.path())
                        .toList());
        assertThat(document.path("paths")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .map(operation -> operation.path("operationId").asString())
                        .toList())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9_]+"));
    }

    private JsonNode json(String path) {
        ServedPlant.Reply reply = plant.get(path, admin);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private JsonNode batch(String body) {
        ServedPlant.Reply reply = plant.post("/units/batch", body, admin);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static String serials(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + (1_724_001 + number) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
