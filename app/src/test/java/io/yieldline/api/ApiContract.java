package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What the API answers about a plant of five rows, the same on every engine. */
abstract class ApiContract extends ServedContract {
    ApiContract() {
        super(Role.ADMIN);
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
    void everyList_isCsvToo_andBeginsAsSpreadsheetsWantIt() {
        for (String list : List.of(
                "/checks",
                "/checks/findings",
                "/checks/history",
                "/alerts",
                "/audit",
                "/units/1724002",
                "/reports",
                "/backups",
                "/failure-codes",
                "/users",
                "/tokens")) {
            Reply csv = plant.get(list, ServedPlant.with(asker, "Accept", "text/csv"));
            assertThat(csv.status()).as(list).isEqualTo(200);
            assertThat(csv.header("Content-Type")).as(list).isEqualTo("text/csv; charset=utf-8");
            assertThat(csv.bytes()).as(list).startsWith(0xEF, 0xBB, 0xBF);
            JsonNode json = json(list);
            JsonNode first = (json.isArray() ? json : json.path("rows")).path(0);
            assertThat(List.of(csv.text().lines().findFirst().orElse("").split(",")))
                    .as(list)
                    .containsAll(first.propertyNames());
        }
        assertThat(plant.get("/units/1724001?format=csv", asker).text())
                .contains("\nworkstation,")
                .hasLineCount(3);
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

        Reply csv = plant.get("/marts/station_yield_daily?format=csv&station=FI&station=packing", asker);
        assertThat(csv.text()).isEqualTo("""
                day,model,station,total,passed,failed,unjudged,yield_numerator,yield_denominator,yield
                2025-04-15,Tesla SXM4,FI,3,2,1,0,2,3,0.6666666666666666
                2025-04-16,Tesla SXM4,PACKING,1,1,0,0,1,1,1.0
                2025-04-19,Tesla SXM4,PACKING,1,0,0,1,0,0,
                """);
        assertThat(csv.header("Yieldline-Total")).isEqualTo("3");
        assertThat(csv.header("Yieldline-Range")).isEqualTo("2025-04-15 to 2025-04-19");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"station_yield_daily.csv\"");
        assertThat(plant.get("/marts/packing_daily", ServedPlant.with(asker, "Accept", "text/csv"))
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
        assertThat(plant.get("/marts/station_yield_daily?by=station&station=FI", asker)
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[{\"station\":\"FI\",\"first_day\":\"2025-04-15\",\"last_day\":\"2025-04-15\",\"total\":3,"
                        + "\"passed\":2,\"failed\":1,\"unjudged\":0,\"yield\":{\"numerator\":2,\"denominator\":3,"
                        + "\"value\":0.6666666666666666}}]");
        assertThat(plant.get("/marts/station_yield_daily?by=model&by=day&format=csv", asker)
                        .text())
                .startsWith("day,model,total,passed,failed,unjudged,yield_numerator,yield_denominator,yield\n"
                        + "2025-04-15,Tesla SXM4,3,2,1,0,2,3,0.66");
        assertThat(plant.get("/marts/station_yield_daily?by=model&limit=1", asker)
                        .json()
                        .path("range")
                        .toString())
                .contains("\"first_row\":\"2025-04-15\",\"last_row\":\"2025-04-19\"");
        assertThat(plant.get("/marts/station_yield_daily?by=passed", asker).detail())
                .isEqualTo("by \"passed\" is not one of day, model, station");
        assertThat(plant.get("/marts/packing_daily?model=", asker)
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
    void ledger() {
        JsonNode exports = json("/exports?status=loaded&feed=workstation");
        assertThat(exports.path("total").asInt()).isEqualTo(1);
        assertThat(exports.path("rows").get(0).path("file").asString()).isEqualTo("workstation.csv");
        assertThat(json("/exports/1").path("added").asInt()).isEqualTo(5);
        assertThat(plant.get("/exports/2", asker).detail()).isEqualTo("there is no export of this number");
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
                                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
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

    @Test
    void openApi_saysWhenARequestIsRefusedForItsBodyOrForTheCrowd() {
        JsonNode paths = json("/openapi.json").path("paths");

        assertThat(paths.path("/api/v1/me/password")
                        .path("put")
                        .path("responses")
                        .propertyNames())
                .containsExactlyInAnyOrder("2XX", "408", "413", "503", "default");
        assertThat(paths.path("/api/v1/status").path("get").path("responses").propertyNames())
                .containsExactlyInAnyOrder("2XX", "503", "default");
        assertThat(paths.path("/api/v1/users").path("post").path("security").toString())
                .isEqualTo("[{\"session\":[]}]");
    }
}
