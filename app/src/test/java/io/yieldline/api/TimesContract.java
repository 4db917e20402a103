package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Cycle times of two units, the same on every engine. The first is five minutes at FI and a minute in PACKING the day after; the second
 * is ten minutes at FI, again for an hour and five minutes from five minutes before that ended, and stands in PACKING with no start.
 */
abstract class TimesContract extends ServedContract {
    private static final String BY_STATION = """
            station,runs,units,unknown_start,timed,total_hours,mean_hours,p05_hours,q1_hours,median_hours,q3_hours,\
            p95_hours,longest_hours,waited,overlapping,wait_total_hours,wait_mean_hours,wait_p05_hours,wait_q1_hours,\
            wait_median_hours,wait_q3_hours,wait_p95_hours,wait_longest_hours
            """;

    private static final String BY_UNIT =
            "serial_number,station,runs,unknown_start,at_hours,wait_hours,first_at,last_at\n";

    @Override
    ServedPlant served() {
        return ServedPlant.copy("times", engine(), temp, TimesContract::export);
    }

    private static List<Path> export(Path folder) {
        return List.of(TinyExport.write(
                folder.resolve("workstation.csv"),
                "1724001,692-1,FI,2025-04-15 08:00:00,2025-04-15 08:05:00,NC,Tesla SXM4,Pass",
                "1724001,692-1,PACKING,2025-04-16 10:00:00,2025-04-16 10:01:00,NC,Tesla SXM4,Pass",
                "1724002,692-1,FI,2025-04-15 08:05:00,2025-04-15 08:15:00,NC,Tesla SXM5,Fail",
                "1724002,692-1,FI,2025-04-15 08:10:00,2025-04-15 09:15:00,NC,Tesla SXM5,Pass",
                "1724002,692-1,PACKING,2025-04-19 10:01:00,2025-04-19 10:01:00,NC,Tesla SXM5,Pass"));
    }

    TimesContract() {
        super(Role.ANALYST);
    }

    @Test
    void stations_withQuartilesOfHoursThere_andOfHoursWaitedBefore() {
        assertThat(csv("/times?")).isEqualTo(BY_STATION + """
                FI,3,2,0,3,1.3333,0.4444,0.0917,0.1250,0.1667,0.6250,0.9917,1.0833,1,1,\
                0.0000,0.0000,0.0000,0.0000,0.0000,0.0000,0.0000,0.0000
                PACKING,2,2,1,1,0.0167,0.0167,0.0167,0.0167,0.0167,0.0167,0.0167,0.0167,1,0,\
                25.9167,25.9167,25.9167,25.9167,25.9167,25.9167,25.9167,25.9167
                """);
    }

    @Test
    void theWait_reachesBackBeforeTheRange_andToOtherStations() {
        assertThat(csv("/times?from=2025-04-16&to=2025-04-16&station=packing")).isEqualTo(BY_STATION + """
                PACKING,1,1,0,1,0.0167,0.0167,0.0167,0.0167,0.0167,0.0167,0.0167,0.0167,1,0,\
                25.9167,25.9167,25.9167,25.9167,25.9167,25.9167,25.9167,25.9167
                """);
    }

    @Test
    void whatHasNoNumber_isNone() {
        JsonNode times = json("/times?from=2025-04-19");

        assertThat(times.path("zone").asString()).isEqualTo("America/New_York");
        assertThat(times.path("total").asInt()).isEqualTo(1);
        JsonNode packing = times.path("rows").get(0);
        assertThat(packing.path("unknown_start").asInt()).isEqualTo(1);
        assertThat(packing.path("median_hours").isNull()).isTrue();
        assertThat(packing.path("wait_median_hours").isNull()).isTrue();
        assertThat(json("/times?model=tesla%20sxm4")
                        .path("rows")
                        .get(0)
                        .path("median_hours")
                        .asDouble())
                .isEqualTo(0.0833);
    }

    @Test
    void units_theLongestFirst() {
        assertThat(csv("/times/units?limit=2")).isEqualTo(BY_UNIT + """
                1724002,FI,2,0,1.2500,0.0000,2025-04-15 08:05:00,2025-04-15 09:15:00
                1724001,FI,1,0,0.0833,,2025-04-15 08:00:00,2025-04-15 08:05:00
                """);
        JsonNode waited = json("/times/units?by=wait&limit=1");
        assertThat(waited.path("total").asInt()).isEqualTo(4);
        assertThat(waited.path("rows").get(0).toString())
                .isEqualTo("{\"serial_number\":\"1724001\",\"station\":\"PACKING\",\"runs\":1,\"unknown_start\":0,"
                        + "\"at_hours\":0.0167,\"wait_hours\":25.9167,\"first_at\":\"2025-04-16T10:00:00\","
                        + "\"last_at\":\"2025-04-16T10:01:00\"}");
    }

    @Test
    void givenUnits_haveARowEach_alsoThoseThatNobodyKnows() {
        Reply csv = plant.send(
                "POST",
                "/units/times?format=csv",
                BodyPublishers.ofString("1724002\n9,1724001"),
                ServedPlant.with(asker, "Content-Type", "text/plain"));

        assertThat(csv.text()).isEqualTo(BY_UNIT + """
                1724001,FI,1,0,0.0833,,2025-04-15 08:00:00,2025-04-15 08:05:00
                1724001,PACKING,1,0,0.0167,25.9167,2025-04-16 10:00:00,2025-04-16 10:01:00
                1724002,FI,2,0,1.2500,0.0000,2025-04-15 08:05:00,2025-04-15 09:15:00
                1724002,PACKING,1,1,,,2025-04-19 10:01:00,2025-04-19 10:01:00
                9,,0,0,,,,
                """);
    }

    @Test
    void givenUnits_byPage_withTheirStations() {
        Reply reply = plant.post(
                "/units/times?station=FI&limit=1&offset=1", "{\"serials\":[\"1724001\",\"1724002\"]}", asker);

        assertThat(reply.json().path("total").asInt()).isEqualTo(2);
        assertThat(reply.json().path("rows").size()).isEqualTo(1);
        assertThat(reply.json().path("rows").get(0).path("serial_number").asString())
                .isEqualTo("1724002");
        assertThat(reply.json().path("stations").get(0).path("runs").asInt()).isEqualTo(3);
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThat(plant.get("/times?from=2025-04-16&to=2025-04-15", asker).detail())
                .isEqualTo("the range 2025-04-16 to 2025-04-15 ends before it starts");
        assertThat(plant.get("/times/units?by=size", asker).detail()).isEqualTo("by \"size\" is not one of at, wait");
        assertThat(plant.post("/units/times", "{\"serials\":[\"--\"]}", asker).detail())
                .isEqualTo("the list has no serial numbers");
    }

    private String csv(String path) {
        return plant.get(path + (path.endsWith("?") ? "" : "&") + "format=csv", asker)
                .text();
    }
}
