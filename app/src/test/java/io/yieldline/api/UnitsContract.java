package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the API answers about units, one by one and many at a time, the same on every engine. */
abstract class UnitsContract extends ServedContract {
    UnitsContract() {
        super(Role.ADMIN);
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
        assertThat(plant.get("/units/%EF%BC%9A17240-02%09", asker).status()).isEqualTo(200);
        assertThat(plant.get("/units/1", asker).detail()).isEqualTo("no export has a record of unit 1");
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
        Reply csv = plant.send(
                "POST",
                "/units/batch?format=csv",
                BodyPublishers.ofString("\uFEFF1724001\r\n\"9\";"),
                ServedPlant.with(asker, "Content-Type", "text/csv"));

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
        assertThat(plant.post("/units/batch", "{\"serials\":" + serials(10_001) + "}", asker)
                        .detail())
                .isEqualTo("10001 serial numbers are more than 10000; ask in several parts");
        assertThat(plant.post("/units/batch", "{\"serials\":[\"--\"]}", asker).detail())
                .isEqualTo("the list has no serial numbers");
    }

    private JsonNode batch(String body) {
        Reply reply = plant.post("/units/batch", body, asker);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static String serials(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + (1_724_001 + number) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
