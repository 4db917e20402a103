package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import io.yieldline.yaml.YamlNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Why numbers are what they are, and what the plant does by itself: the same on every engine. */
abstract class RecordsContract extends ServedContract {
    RecordsContract() {
        super(Role.OPERATOR);
    }

    @Test
    void packedAnswers_areTheSame_andKnownByTheirTag() throws IOException {
        for (String path : List.of("/marts/packing_daily", "/marts/packing_daily?format=csv")) {
            Reply plain = plant.get(path, asker);
            Reply packed = plant.get(path, ServedPlant.with(asker, "Accept-Encoding", "gzip"));

            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
                    .isEqualTo(plain.bytes());
            assertThat(packed.header("ETag").equals(plain.header("ETag")))
                    .as("a strong tag is of these bytes, a weak one of what they say")
                    .isEqualTo(plain.header("ETag").startsWith("W/"));
            assertThat(plant.get(path, ServedPlant.with(asker, "If-None-Match", plain.header("ETag")))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void explain_listsTheRecordsOfACell_downToTheRowOfTheExport() {
        JsonNode why = json("/explain/station_yield_daily?day=2025-04-15&model=Tesla%20SXM4&station=FI");

        assertThat(why.path("adds_up").asBoolean()).isTrue();
        assertThat(why.path("total").asInt()).isEqualTo(3);
        assertThat(why.path("counts").get(0).path("shown").asInt()).isEqualTo(3);
        assertThat(why.path("ratios").get(0).path("numerator").asInt()).isEqualTo(2);
        assertThat(why.path("rows").get(1).path("serial_number").asString()).isEqualTo("1724002");
        assertThat(why.path("rows").get(1).path("file").asString()).isEqualTo("workstation.csv");
        assertThat(why.path("rows").get(1).path("row").asInt()).isEqualTo(3);
    }

    @Test
    void explain_saysHowManyRowsWereLeftOutForWhichReason() {
        JsonNode why = json("/explain/packing_daily?model=Tesla%20SXM4&limit=1");

        assertThat(why.path("total").asInt()).isEqualTo(1);
        assertThat(why.path("left_out_total").asInt())
                .isEqualTo(why.path("left_out_reasons")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isPositive();
        assertThat(plant.get("/explain/packing_daily?format=csv", asker).text())
                .startsWith("left_out,day,model,part_number,");
    }

    @Test
    void explain_refusesWhatIsNoKey() {
        Reply refused = plant.get("/explain/packing_daily?station=FI", asker);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail())
                .isEqualTo(
                        "unknown parameter \"station\"; valid values: day, model, part_number, from, to, as_of, limit, offset, format");
        assertThat(plant.get("/explain/packing_daily?day=yesterday", asker).status())
                .isEqualTo(400);
    }

    @Test
    void firstPass_namesTheUnitsThatItsViewsCountDifferently_andWhy() {
        JsonNode found = json("/first-pass/units?week=2025-W16&model=Tesla%20SXM4");

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("rows").get(0).toString())
                .isEqualTo("{\"serial_number\":\"1724002\",\"packings\":1,\"failures\":1,\"failures_before\":0,"
                        + "\"first_runs\":1,\"passed_first\":0,\"of_started\":\"no\",\"of_finished\":\"no\","
                        + "\"by_station_run\":\"no\",\"neither\":false,\"packed_and_failed\":true,"
                        + "\"failed_before\":false,\"failed_again\":false,\"no_first_run\":false}");
        assertThat(found.path("counts").toString())
                .isEqualTo("{\"neither\":0,\"packed_and_failed\":1,\"failed_before\":0,\"failed_again\":0,"
                        + "\"no_first_run\":0}");
        assertThat(json("/first-pass/units?week=2025-W16&model=Tesla%20SXM4&reason=neither")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(plant.get("/first-pass/units?week=2025-W16", asker).detail())
                .isEqualTo("model is missing: the model of the units");
    }

    @Test
    void checks_standWithTheirLatestResult() {
        JsonNode checks = json("/checks");

        assertThat(checks.size()).isGreaterThan(10);
        assertThat(checks.get(0).path("check").asString()).isNotEmpty();
        assertThat(checks.get(0).path("outcome").isNull()).isTrue();
        assertThat(json("/checks/score").path("formula").asString()).startsWith("dimension = 100 x");
        assertThat(json("/checks/findings").path("total").asInt()).isZero();
        assertThat(json("/checks/history").path("rows").size()).isZero();
        assertThat(json("/checks/duplicates/rows").path("rows").size()).isZero();
        assertThat(plant.get("/checks/none/rows", asker).status()).isEqualTo(400);
    }

    @Test
    void schedule_alerts_backups_andReportsCanBeRead() {
        JsonNode daily = json("/schedule").path("jobs").get(0);

        assertThat(daily.path("job").asString()).isEqualTo("daily");
        assertThat(daily.path("next").get(0).asString()).isEqualTo("2025-06-03T07:00:00");
        assertThat(json("/alerts?all=true").path("rows").isArray()).isTrue();
        assertThat(json("/backups").path("total").asInt()).isZero();
        assertThat(json("/reports").path("total").asInt()).isZero();
        assertThat(plant.get("/reports/7", asker).status()).isBetween(400, 499);
        assertThat(plant.get("/reports/none", asker).status()).isEqualTo(404);
    }

    @Test
    void rulesAndTargetsAreThoseOfThePlant() {
        JsonNode rules = json("/rules");

        assertThat(rules.path("yield_models").get(0).asString()).isEqualTo("Tesla SXM4");
        assertThat(rules.path("focused_rolled_yield").path("Tesla SXM4").size()).isEqualTo(4);
        assertThat(rules.path("complete_rolled_yield_excluded").get(0).asString())
                .isEqualTo("*REPAIR*");
        assertThat(rules.path("stations").path("packing").get(0).asString()).isEqualTo("PACKING");
        assertThat(json("/targets").size()).isZero();
    }

    @Test
    void aTargetIsSetReplacedAndRemoved_inTheRulesFile_audited_andNoMartIsStale() {
        String version = json("/rules").toString();
        set("{\"measure\":\"yield\",\"model\":\"SXM6\",\"station\":\"FI\",\"value\":\"97.5\",\"from\":\"2025-04-01\"}");
        set("{\"measure\":\"packed\",\"value\":\"300\"}");
        set("{\"measure\":\"packed\",\"value\":\"310\",\"to\":\"2025-05-31\"}");

        assertThat(json("/rules/targets").path("rows").toString())
                .isEqualTo("[{\"measure\":\"yield\",\"model\":\"SXM6\",\"station\":\"FI\",\"target\":97.5,"
                        + "\"from\":\"2025-04-01\",\"to\":null,\"in_force\":true},{\"measure\":\"packed\",\"model\":null,"
                        + "\"station\":null,\"target\":310,\"from\":null,\"to\":\"2025-05-31\",\"in_force\":false}]");
        assertThat(rulesFile())
                .endsWith("targets:\n  - {yield: 97.5, model: SXM6, station: FI, from: 2025-04-01}\n"
                        + "  - {packed: 310, to: 2025-05-31}\n");
        assertThat(json("/rules").toString()).isEqualTo(version);
        assertThat(json("/status").path("stale").size()).isZero();

        assertThat(plant.send("DELETE", "/rules/targets?measure=packed", BodyPublishers.noBody(), asker)
                        .status())
                .isEqualTo(204);
        assertThat(json("/rules/targets").path("total").asInt()).isEqualTo(1);
        assertThat(plant.get("/audit", plant.as(Role.ADMIN)).json().path("rows").toString())
                .contains(
                        "\"action\":\"remove target\",\"target\":\"packed to 2025-05-31\",\"detail\":\"was 310 a day\"")
                .contains("\"action\":\"set target\",\"target\":\"packed to 2025-05-31\","
                        + "\"detail\":\"310 a day (before: 300 a day)\"")
                .contains("\"target\":\"yield of SXM6 at FI from 2025-04-01\",\"detail\":\"97.5 % (before: none)\"");
    }

    @Test
    void aNoteOnCharts_isAddedAndRemoved_audited() {
        assertThat(plant.post("/rules/annotations", "{\"from\":\"2025-05-26\",\"note\":\"Memorial Day\"}", asker)
                        .status())
                .isEqualTo(204);
        assertThat(json("/rules/annotations").path("rows").toString())
                .isEqualTo("[{\"from\":\"2025-05-26\",\"to\":\"2025-05-26\",\"model\":null,\"station\":null,"
                        + "\"note\":\"Memorial Day\"}]");
        String path = "/rules/annotations?from=2025-05-26&note=Memorial+Day";
        assertThat(plant.send("DELETE", path, BodyPublishers.noBody(), asker).status())
                .isEqualTo(204);
        assertThat(plant.send("DELETE", path, BodyPublishers.noBody(), asker).detail())
                .isEqualTo("there is no such annotation");
        assertThat(plant.get("/audit", plant.as(Role.ADMIN)).json().path("rows").toString())
                .contains("\"action\":\"add annotation\",\"target\":\"2025-05-26\",\"detail\":\"Memorial Day\"");
    }

    @Test
    void aWrongTargetIsRefused_andChangesNothing() {
        String before = rulesFile();

        assertThat(plant.post("/rules/targets", "{\"measure\":\"yield\",\"value\":\"101\"}", asker)
                        .detail())
                .isEqualTo("\"101\" is not from 0 to 100");
        assertThat(plant.send("DELETE", "/rules/targets?measure=packed", BodyPublishers.noBody(), asker)
                        .detail())
                .isEqualTo("there is no such target");
        assertThat(rulesFile()).isEqualTo(before);
    }

    private String rulesFile() {
        return YamlNode.fileText(plant.home().rulesFile());
    }

    private void set(String target) {
        assertThat(plant.post("/rules/targets", target, asker).status()).isEqualTo(204);
    }

    @Test
    void failureCodesAreThoseOfThePlant() {
        JsonNode codes = json("/failure-codes");

        assertThat(codes.path("total").asInt()).isEqualTo(49);
        assertThat(codes.path("rows").get(4))
                .hasToString("{\"code\":\"EC006\",\"description\":null,\"action\":\"Debug (simple)\",\"models\":{},"
                        + "\"owner\":null,\"from\":null}");
    }

    @Test
    void aFailureCodeIsChangedFromADayOn_inTheRulesFile_audited() {
        code("{\"code\":\"EC006\",\"action\":\"Scrap\",\"owner\":\"Test\",\"from\":\"2025-04-01\"}");
        code("{\"code\":\"EC006\",\"action\":\"Hold\",\"model\":\"SXM6\",\"from\":\"2025-04-01\"}");

        assertThat(rulesFile())
                .contains("\n  EC006:\n    - {action: Debug (simple)}\n"
                        + "    - {action: Scrap, owner: Test, from: 2025-04-01, models: {SXM6: Hold}}\n  EC012:");
        assertThat(json("/failure-codes?day=2025-03-31")
                        .path("rows")
                        .get(4)
                        .path("action")
                        .asString())
                .isEqualTo("Debug (simple)");
        assertThat(json("/codes")
                        .path("rows")
                        .valueStream()
                        .filter(row -> row.path("code").asString().equals("EC006")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("action").asString()).isEqualTo("Scrap; SXM6: Hold");
                    assertThat(row.path("owner").asString()).isEqualTo("Test");
                });

        assertThat(plant.send(
                                "DELETE",
                                "/rules/failure-codes?code=EC006&from=2025-04-01",
                                BodyPublishers.noBody(),
                                asker)
                        .status())
                .isEqualTo(204);
        assertThat(plant.send("DELETE", "/rules/failure-codes?code=EC998", BodyPublishers.noBody(), asker)
                        .detail())
                .isEqualTo("there is no such failure code");
        assertThat(plant.post("/rules/failure-codes", "{\"code\":\"EC0006\",\"action\":\"Scrap\"}", asker)
                        .detail())
                .isEqualTo(
                        "\"EC0006\" is not an error code of the rule error_code; these begin with EC and have at most 3"
                                + " characters more");
        assertThat(plant.get("/audit", plant.as(Role.ADMIN)).json().path("rows").toString())
                .contains("\"action\":\"set failure code\",\"target\":\"EC006 from 2025-04-01\","
                        + "\"detail\":\"Scrap; SXM6: Hold; owner Test (before: Scrap; owner Test)\"")
                .contains("\"action\":\"remove failure code\",\"target\":\"EC006 from 2025-04-01\"");
    }

    private void code(String code) {
        assertThat(plant.post("/rules/failure-codes", code, asker).status()).isEqualTo(204);
    }
}
