package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import io.yieldline.feed.OwnFeed;
import io.yieldline.mart.OwnMartFiles;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A feed and marts of a plant's own over HTTP: listed, asked for rows and sums, explained, built. */
class OwnMartRoutesTest extends ServedSuite {
    private String[] viewer;

    @Override
    ServedPlant plant(Path empty) {
        return withOwn(empty);
    }

    /** A plant with a feed, two marts of its own, and a file that is refused. */
    static ServedPlant withOwn(Path empty) {
        Home home = new Home(empty.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("America/New_York"), Profile.PLANT);
        OwnFeed.addTo(home.directory());
        String operators = OwnMartFiles.text("operator_daily");
        OwnMartFiles.write(home.directory(), "operator_daily", operators);
        OwnMartFiles.write(home.directory(), "half", operators.replace("-- title: Runs by operator and day\n", ""));
        return ServedPlant.on("duckdb", home, List.of(TinyExport.write(empty), OwnFeed.export(empty)));
    }

    @BeforeAll
    void logIn() {
        viewer = plant.as(Role.VIEWER);
    }

    @Test
    void listsThemWithWhatTheirHeadersSay() {
        JsonNode torque = StreamSupport.stream(json("/marts").spliterator(), false)
                .filter(mart -> mart.get("name").asString().equals("torque_daily"))
                .findFirst()
                .orElseThrow();

        assertThat(torque.get("custom").asBoolean()).isTrue();
        assertThat(torque.get("step").asString()).isEqualTo("other marts");
        assertThat(torque.get("period").toString()).isEqualTo("{\"name\":\"day\",\"weekly\":false}");
        assertThat(json("/marts").get(0).get("custom").asBoolean()).isFalse();
    }

    @Test
    void statusNamesThemAndTheRefusedOne() {
        JsonNode own = json("/status").get("custom_marts");

        assertThat(own.toString())
                .isEqualTo(
                        "[{\"name\":\"operator_daily\",\"title\":\"Runs by operator and day\",\"rows\":3,\"problem\":null},"
                                + "{\"name\":\"torque_daily\",\"title\":\"Screws by driver and day\",\"rows\":2,\"problem\":null},"
                                + "{\"name\":\"half\",\"title\":null,\"rows\":null,"
                                + "\"problem\":\"marts/half.sql:12: \\\"-- title:\\\" is missing above\"}]");
    }

    @Test
    void givesRowsAndSumsAsJsonAndCsv() {
        JsonNode days = json("/marts/torque_daily?from=2025-04-15&to=2025-04-15");
        assertThat(days.get("total").asInt()).isEqualTo(1);
        assertThat(days.get("rows").get(0).get("right_first_time").get("value").asDouble())
                .isEqualTo(1);
        assertThat(json("/marts/torque_daily?station=d2").get("total").asInt()).isEqualTo(1);
        assertThat(json("/marts/torque_daily?by=station&week=2025-W16")
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(plant.get("/marts/torque_daily?format=csv", viewer).text()).isEqualTo("""
                day,station,screws,passed,right_first_time_numerator,right_first_time_denominator,right_first_time
                2025-04-15,D1,2,2,2,2,1.0
                2025-04-16,D2,1,0,0,1,0.0
                """);
        assertThat(json("/views/record_counts?feed=torque").get("total").asInt())
                .isEqualTo(2);
    }

    @Test
    void explainsTheirNumbers() {
        JsonNode why = json("/explain/torque_daily?day=2025-04-15&station=D1");

        assertThat(why.get("adds_up").asBoolean()).isTrue();
        assertThat(why.get("total").asInt()).isEqualTo(2);
    }

    @Test
    void documentsThem() {
        assertThat(json("/openapi.json").get("paths").propertyNames())
                .contains("/api/v1/marts/torque_daily", "/api/v1/explain/torque_daily");
        assertThat(plant.get("/marts/half", viewer).status()).isEqualTo(404);
    }

    private JsonNode json(String path) {
        return plant.get(path, viewer).json();
    }
}
