package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parked exports that are tried again over HTTP: the same on every engine. */
abstract class RetryContract extends ServedContract {
    private static final String REASON = "1 of 1 rows were rejected, more than the threshold of 5 %; first: row 2:"
            + " History station start time \"soon\" is not a valid timestamp; write it as 2025-04-15 13:45:00";

    private int key = 1000;

    RetryContract() {
        super(Role.OPERATOR);
    }

    @Test
    void parkedAgain_saysWhy() throws IOException {
        park("bad.csv", "7001", "soon");

        String events = follow(retry("{}"));

        assertThat(events)
                .contains("event: export\ndata: {\"file\":\"bad.csv\",\"export\":3,\"outcome\":\"parked\",\"rows\":1,")
                .contains("\"reason\":" + Json.text(REASON) + "}")
                .contains("\"outcome\":\"failed\"");
        assertThat(parked()).singleElement().satisfies(export -> {
            assertThat(export.path("id").asInt()).isEqualTo(3);
            assertThat(export.path("file").asString()).isEqualTo("bad.csv");
            assertThat(export.path("reason").asString()).isEqualTo(REASON);
        });
    }

    @Test
    void loadedMeanwhile_isKnown_andNoLongerAmongTheParked() throws IOException {
        String hash = park("bad.csv", "7002", "soon");
        plant.warehouse().writeAll(session -> session.execute("update export set status = 'loaded' where id = 2"));

        assertThat(follow(retry("{\"export\":\"" + hash + "\"}")))
                .contains("\"outcome\":\"known\"")
                .contains("as export 2 (bad.csv)")
                .contains("\"outcome\":\"done\"");
        assertThat(parked()).isEmpty();
        assertThat(follow(retry("{}"))).contains("no export is parked").contains("no exports to load");
    }

    @Test
    void onlyTheNamedOnes_areTried() throws IOException {
        park("one.csv", "7003", "soon");
        park("two.csv", "7004", "soon");
        park("three.csv", "7005", "soon");

        assertThat(follow(retry("{\"export\":[2,4]}")))
                .contains("\"exports\":2,")
                .contains("one.csv")
                .contains("three.csv")
                .doesNotContain("two.csv");
        assertThat(parked().stream().map(export -> export.path("file").asString()))
                .containsExactlyInAnyOrder("one.csv", "two.csv", "three.csv");
    }

    @Test
    void bytesThatTheArchiveLacks_areAskedFor_andTheOthersGoOn() throws IOException {
        String hash = park("gone.csv", "7006", "soon");
        park("there.csv", "7007", "soon");
        Files.delete(plant.home().archive().resolve(hash.substring(0, 2)).resolve(hash));

        assertThat(follow(retry("{}")))
                .contains("\"reason\":\"gone.csv: its bytes are not in the archive; load the file again\"")
                .contains("\"file\":\"there.csv\",\"export\":4,\"outcome\":\"parked\"");
    }

    @Test
    void dismissed_isListedWithWhoAndWhy_andNoLongerParked() throws IOException {
        String hash = park("cut.csv", "7008", "soon");
        String body = "{\"export\":\"" + hash + "\",\"reason\":\"cut off\"}";

        assertThat(follow(post("dismiss", body))).contains("\"outcome\":\"done\",\"summary\":\"1 export dismissed\"");

        assertThat(parked()).isEmpty();
        assertThat(plant.get("/exports?status=dismissed", asker)
                        .json()
                        .path("rows")
                        .valueStream())
                .singleElement()
                .satisfies(export -> {
                    assertThat(export.path("file").asString()).isEqualTo("cut.csv");
                    assertThat(export.path("dismissed_by").asString()).isNotBlank();
                    assertThat(export.path("dismissed_at").asString()).isNotBlank();
                    assertThat(export.path("dismissed_because").asString()).isEqualTo("cut off");
                });
        assertThat(post("dismiss", body).toString())
                .startsWith("400")
                .contains("cut.csv is not parked, so it cannot be dismissed");
        assertThat(post("dismiss", "{\"export\":2}").toString())
                .startsWith("400")
                .contains("give a reason: why the exports need not be loaded");
    }

    @Test
    void whatIsNoExport_isRefused() {
        assertThat(retry("{\"export\":99}").toString())
                .startsWith("400")
                .contains("there is no export 99; parked ones are listed by: yieldline rejects --parked");
        assertThat(retry("{\"export\":\"bad.csv\"}").toString())
                .startsWith("400")
                .contains("is neither the number of an export nor its SHA-256");
        assertThat(plant.post("/operations/retry", "{}", asker).detail()).startsWith("the header Idempotency-Key");
    }

    private Reply retry(String body) {
        return post("retry", body);
    }

    private Reply post(String operation, String body) {
        key++;
        return plant.post(
                "/operations/" + operation,
                body,
                ServedPlant.with(asker, "Idempotency-Key", operation + "-number-" + key));
    }

    /** Uploads an export of one row with such an end, and returns the hash of its bytes. */
    private String park(String name, String serial, String end) throws IOException {
        Path file = TinyExport.write(temp.resolve("parked.csv"), TinyExport.row(serial, "FI", end, "Pass"));
        Reply reply = plant.send(
                "POST",
                "/uploads?name=" + name,
                BodyPublishers.ofString(Files.readString(file)),
                ServedPlant.with(asker, "Content-Type", "application/octet-stream"));
        assertThat(follow(reply)).contains("\"outcome\":\"parked\"");
        return reply.json().path("sha256").asString();
    }

    private String follow(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        return plant.get("/operations/jobs/" + reply.json().path("job").asString() + "/events", asker)
                .text();
    }

    private List<JsonNode> parked() {
        return plant.get("/exports?status=parked", asker)
                .json()
                .path("rows")
                .valueStream()
                .toList();
    }
}
