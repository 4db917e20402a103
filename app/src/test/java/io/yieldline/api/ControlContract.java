package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Control charts of a plant whose days are written by the test, the same on every engine. */
abstract class ControlContract extends ServedContract {
    /** Nine days of a hundred judged records at FI of Tesla SXM4: ten fail, on the ninth day thirty; a record has no verdict. */
    private static final String DAYS = """
            insert into p_chart_daily
                (day, part_number, model, station, flow, total, passed, failed, unjudged)
            values
                (date '2025-05-01', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 90, 10, 0),
                (date '2025-05-02', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 90, 10, 0),
                (date '2025-05-05', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 91, 9, 0),
                (date '2025-05-06', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 89, 11, 0),
                (date '2025-05-07', 'a', 'Tesla SXM4', 'FI', 'NC', 101, 90, 10, 1),
                (date '2025-05-08', 'a', 'Tesla SXM4', 'FI', 'NC', 60, 54, 6, 0),
                (date '2025-05-08', 'b', 'Tesla SXM4', 'FI', 'RW', 40, 36, 4, 0),
                (date '2025-05-09', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 90, 10, 0),
                (date '2025-05-12', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 90, 10, 0),
                (date '2025-05-13', 'a', 'Tesla SXM4', 'FI', 'NC', 100, 70, 30, 0),
                (date '2025-05-14', 'a', 'Tesla SXM4', 'FI', 'NC', 3, 0, 0, 3),
                (date '2025-05-14', 'a', 'Tesla SXM5', 'FI', 'NC', 5, 5, 0, 0)
            """;

    private static final String FI = "from=2025-05-01&to=2025-05-31&model=tesla%20sxm4&station=FI";

    ControlContract() {
        super(Role.VIEWER);
    }

    @BeforeEach
    void write() {
        plant.warehouse().writeAll(session -> session.execute(DAYS));
    }

    @Test
    void aDayThatIsNotOver_isNoPoint_andSaysHowItGoes() {
        plant.warehouse()
                .writeAll(session -> session.execute("insert into p_chart_daily"
                        + " (day, part_number, model, station, flow, total, passed, failed, unjudged) values"
                        + " (date '2025-06-02', 'a', 'Tesla SXM4', 'FI', 'NC', 50, 10, 40, 0)"));
        JsonNode chart = json("/control-chart?from=2025-05-01&model=Tesla%20SXM4&station=FI");

        assertThat(chart.path("total").asInt()).isEqualTo(9);
        assertThat(chart.path("running").toString())
                .isEqualTo("{\"day\":\"2025-06-02\",\"share\":{\"numerator\":40,\"denominator\":50,\"value\":0.8}}");
        assertThat(json("/control-chart?" + FI).path("running").isNull()).isTrue();
        assertThat(json("/control-chart/stations?from=2025-05-01&model=Tesla%20SXM4")
                        .path("rows")
                        .get(0)
                        .path("days")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void chart_saysWhichDaysAreOutOfControl_andWhy() {
        JsonNode chart = json("/control-chart?exclude=2025-05-13&" + FI);

        assertThat(chart.path("zone").asString()).isEqualTo("America/New_York");
        assertThat(chart.path("centre").toString()).isEqualTo("{\"numerator\":80,\"denominator\":800,\"value\":0.1}");
        assertThat(chart.path("baseline").toString())
                .isEqualTo(
                        "{\"from\":\"2025-05-01\",\"to\":\"2025-05-12\",\"fixed\":false,\"choice\":\"steady\",\"shift\":null,"
                                + "\"excluded\":[\"2025-05-13\"],\"days\":8,\"least_days\":8,\"firm_days\":20,"
                                + "\"preliminary\":true,\"least_records\":40}");
        assertThat(chart.path("reason").asString())
                .isEqualTo("p chart, because sigma Z is 0.17 on 8 days, no more than the 95 % limit 1.57.");
        assertThat(chart.path("total").asInt()).isEqualTo(9);
        assertThat(chart.path("out").asInt()).isEqualTo(1);
        assertThat(chart.path("rows").get(8).toString())
                .isEqualTo("{\"day\":\"2025-05-13\",\"share\":{\"numerator\":30,\"denominator\":100,\"value\":0.3},"
                        + "\"lower\":0.009999999999999995,\"upper\":0.19,\"enough\":true,\"in_baseline\":false,"
                        + "\"signals\":[{\"rule\":1,\"since\":\"2025-05-13\",\"low\":false,"
                        + "\"words\":\"above the upper limit\"}]}");
    }

    @Test
    void blankVerdicts_areInNoCount_andADayOfThemIsNoPoint() {
        JsonNode rows = json("/control-chart?" + FI).path("rows");

        assertThat(rows.get(4).path("share").path("denominator").asInt()).isEqualTo(100);
        assertThat(rows.valueStream().map(row -> row.path("day").asString())).doesNotContain("2025-05-14");
    }

    @Test
    void keys_chooseTheRecords() {
        assertThat(json("/control-chart?part_number=b&" + FI)
                        .path("rows")
                        .get(0)
                        .path("share")
                        .toString())
                .isEqualTo("{\"numerator\":4,\"denominator\":40,\"value\":0.1}");
        assertThat(json("/control-chart?flow=RW&flow=nc&" + FI).path("total").asInt())
                .isEqualTo(9);
    }

    @Test
    void aFixedBaseline_judgesOtherDays() {
        JsonNode chart = json("/control-chart?from=2025-05-13&to=2025-05-13&base_from=2025-05-01&base_to=2025-05-12"
                + "&model=Tesla%20SXM4&rule=1&chart=p");

        assertThat(chart.path("total").asInt()).isEqualTo(1);
        assertThat(chart.path("centre").path("denominator").asInt()).isEqualTo(800);
        assertThat(chart.path("rules").toString()).isEqualTo("[1]");
        assertThat(chart.path("rows").get(0).path("in_baseline").asBoolean()).isFalse();
        assertThat(chart.path("out").asInt()).isEqualTo(1);
    }

    @Test
    void tooFewDays_haveNoLimits() {
        JsonNode chart = json("/control-chart?from=2025-05-01&to=2025-05-05");

        assertThat(chart.path("reason").asString())
                .isEqualTo(
                        "No limits: they need 8 days of 42 judged records at least, 20 to be firm; the baseline has 3.");
        assertThat(chart.path("chart").isNull()).isTrue();
        assertThat(chart.path("rows").get(0).path("upper").isNull()).isTrue();
    }

    @Test
    void chart_asAFile() {
        assertThat(plant.get(
                                "/control-chart?format=csv&from=2025-05-13&base_from=2025-05-01&base_to=2025-05-12"
                                        + "&to=2025-05-13&station=FI",
                                asker)
                        .text())
                .isEqualTo("""
                        day,failed,judged,share,lower,centre,upper,enough,in_baseline,signals
                        2025-05-13,30,100,0.3,0.009999999999999995,0.1,0.19,true,false,1 above the upper limit
                        """);
    }

    @Test
    void stations_eachWithItsOwnChart() {
        assertThat(plant.get("/control-chart/stations?format=csv&exclude=2025-05-13&from=2025-05-01", asker)
                        .text())
                .isEqualTo("""
                        model,station,days,failed,judged,chart,sigma_z,out,last_out,signals
                        Tesla SXM4,FI,9,110,900,p,0.1688618709895306,1,2025-05-13,1 above the upper limit
                        Tesla SXM5,FI,1,0,5,,,,,
                        """);
        assertThat(json("/control-chart/stations?model=Tesla%20SXM5")
                        .path("rows")
                        .get(0)
                        .toString())
                .isEqualTo("{\"model\":\"Tesla SXM5\",\"station\":\"FI\",\"days\":1,\"failed\":0,\"judged\":5,"
                        + "\"chart\":null,\"sigma_z\":null,\"out\":null,\"last_out\":null,\"signals\":null}");
    }

    @Test
    void choices_areWhatGoesTogether() {
        JsonNode choices = json("/control-chart/choices?from=2025-05-08&to=2025-05-08");

        assertThat(choices.path("rows").toString())
                .isEqualTo("[{\"model\":\"Tesla SXM4\",\"station\":\"FI\",\"part_number\":\"a\",\"flow\":\"NC\","
                        + "\"failed\":6,\"judged\":60},{\"model\":\"Tesla SXM4\",\"station\":\"FI\","
                        + "\"part_number\":\"b\",\"flow\":\"RW\",\"failed\":4,\"judged\":40}]");
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThat(refused("base_from=2025-05-01")).isEqualTo("give base_from and base_to, or neither");
        assertThat(refused("base_from=2025-05-02&base_to=2025-05-01"))
                .isEqualTo("the baseline 2025-05-02 to 2025-05-01 ends before it starts");
        assertThat(refused("from=2025-05-02&to=2025-05-01"))
                .isEqualTo("the range 2025-05-02 to 2025-05-01 ends before it starts");
        assertThat(refused("rule=5")).isEqualTo("rule \"5\" is not one of 1, 2, 3, 4");
        assertThat(refused("run=4")).isEqualTo("run \"4\" is not a whole number from 5 to 20");
        assertThat(refused("chart=u")).isEqualTo("chart \"u\" is not one of auto, p, laney");
    }

    private String refused(String query) {
        Reply reply = plant.get("/control-chart?" + query, asker);
        assertThat(reply.status()).isEqualTo(400);
        return reply.detail();
    }
}
