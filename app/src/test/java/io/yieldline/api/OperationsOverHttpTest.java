package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import io.yieldline.ingest.FullInbox;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Operations that are started and followed over HTTP, and exports that come that way. */
class OperationsOverHttpTest {
    @TempDir
    Path temp;

    private ServedPlant plant;
    private String[] operator;

    @BeforeEach
    void serve() {
        plant = ServedPlant.on(temp);
        operator = plant.as(Role.OPERATOR);
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(plant.staged()).isZero();
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    @Test
    void operation_isFollowedToItsEnd() {
        Reply started = start("aggregate", "{\"mode\":\"all\",\"mart\":\"packing_daily\"}", "key-number-1");

        assertThat(started.status()).isEqualTo(202);
        String events = follow(started.json());
        assertThat(events)
                .startsWith("id: 1\nevent: waiting\ndata: {}\n\nid: 2\nevent: began\ndata: {\"run\":3}\n\n")
                .contains("event: mart\ndata: {")
                .contains("\"mart\":\"packing_daily\"")
                .endsWith("\n\n");
        assertThat(events.lines()
                        .filter(line -> line.startsWith("data"))
                        .reduce((first, last) -> last)
                        .orElseThrow())
                .contains("\"outcome\":\"done\"")
                .contains("1 mart rebuilt");
        JsonNode run = plant.get("/runs/3", operator).json();
        assertThat(run.path("caller").asString()).isEqualTo("api");
        assertThat(run.path("user").asString()).isEqualTo("operator-token");
        assertThat(plant.get("/operations/jobs/" + id(started.json()), operator)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ended");
        assertThat(plant.get(
                                "/operations/jobs/" + id(started.json()) + "/events",
                                ServedPlant.with(operator, "Last-Event-ID", "3"))
                        .text())
                .startsWith("id: 4\n");
    }

    @Test
    void sameKey_isTheSameJob_forADay() {
        JsonNode first = start("check", "{}", "double-click").json();
        assertThat(id(start("check", "{}", "double-click").json())).isEqualTo(id(first));
        assertThat(start("check", "{\"check\":\"counts\"}", "double-click").detail())
                .isEqualTo("this Idempotency-Key was used for another request; send a new one for each");
        assertThat(start("weekly", "{}", "double-click").status()).isEqualTo(422);
        follow(first);
        assertThat(plant.get("/runs?operation=check", operator)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keyIsAskedFor() {
        assertThat(plant.post("/operations/check", "{}", operator)
                        .json()
                        .path("parameter")
                        .asString())
                .isEqualTo("Idempotency-Key");
        assertThat(start("check", "{\"check\":\"nothing\"}", "key-number-2").status())
                .isEqualTo(400);
        assertThat(start("aggregate", "{\"mart\":\"nothing\"}", "key-number-3").status())
                .isEqualTo(400);
        assertThat(start("aggregate", "{\"from\":\"2025-04-01\"}", "key-number-4")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "ingest", "daily", "weekly"})
    void inbox_isTakenAsByACommand(String operation) throws IOException {
        FullInbox full = FullInbox.of(plant.home(), plant.now(), temp);

        full.wasTaken(follow(start(operation, "{}", "key-number-5").json()), plant.warehouse());
    }

    @Test
    void inbox_isLoaded() {
        TinyExport.write(
                plant.home().inbox().resolve("new.csv"), TinyExport.row("1", "FI", "2025-04-20 08:00:00", "Pass"));

        String events = follow(start("inbox", "{}", "key-number-5").json());

        assertThat(events)
                .contains(
                        "event: export\ndata: {\"file\":\"new.csv\",\"export\":2,\"outcome\":\"loaded\",\"rows\":1,\"added\":1")
                .containsPattern("\"outcome\":\"done\",\"summary\":\"1 export loaded, 0 known, 0 parked: 1 row, 1 new,"
                        + " 0 duplicate, 0 revised, 0 rejected; [0-9]+ marts rebuilt, [0-9]+ days or weeks\"");
    }

    @Test
    void upload_bringsTheMartsUpToDate() {
        String events = follow(upload("a.csv", export("2025-04-20 08:00:00", 1)).json());

        assertThat(events)
                .contains("event: mart\ndata: {\"mart\":\"station_yield_daily\",")
                .containsPattern("0 rejected; [0-9]+ marts rebuilt, [0-9]+ days or weeks");
        assertThat(plant.get("/marts/station_yield_daily?from=2025-04-20", operator)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void upload_isLoadedUnderItsNameOnly() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("../../x.csv", "x.csv");
        names.put("C:\\temp\\y.csv", "y.csv");
        names.put("a\u0000b.csv", "");
        names.put("x".repeat(300) + ".csv", "x".repeat(196) + ".csv");
        names.put("\u202Egnp.csv", "gnp.csv");
        names.put("CON", "CON");
        names.put("", "upload");
        names.put("..", "upload");
        names.put("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv");
        int number = 0;
        for (Map.Entry<String, String> name : names.entrySet()) {
            number++;
            String export = export("2025-04-20 08:00:0" + number % 10, number);
            Reply reply = upload(name.getKey(), export);
            if (name.getValue().isEmpty()) {
                assertThat(reply.status()).isEqualTo(400);
            } else {
                assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
                assertThat(reply.json().path("name").asString()).isEqualTo(name.getValue());
                assertThat(follow(reply.json())).contains("\"outcome\":\"loaded\"");
                String hash = reply.json().path("sha256").asString();
                assertThat(plant.home().archive().resolve(hash.substring(0, 2)).resolve(hash))
                        .hasContent(export);
            }
        }
        assertThat(plant.get("/exports", operator)
                        .json()
                        .path("rows")
                        .get(0)
                        .path("file")
                        .asString())
                .isEqualTo("<img src=x onerror=alert(1)>.csv");
        assertThat(temp.getParent().resolve("x.csv")).doesNotExist();
    }

    @Test
    void sameBytes_areKnown() {
        String export = export("2025-04-20 08:00:00", 1);
        assertThat(follow(upload("a.csv", export).json())).contains("\"outcome\":\"loaded\"");
        assertThat(follow(upload("b.csv", export).json())).contains("\"outcome\":\"known\"");
    }

    @Test
    void uploadThatIsNoExport_isParked() {
        assertThat(follow(upload("a.xls", "<html><title>Login</title></html>").json()))
                .contains("\"outcome\":\"parked\"")
                .contains("\"outcome\":\"failed\"");
    }

    @Test
    void badUploads_leaveNothing() throws IOException {
        assertThat(upload("a.csv", "").detail()).isEqualTo("the upload is empty; send one export as the body");
        assertThat(raw("Content-Length: 2000000000\r\n", "x", false)).startsWith("HTTP/1.1 413 ");
        assertThat(raw("Content-Length: -5\r\n", "x", false)).startsWith("HTTP/1.1 400 ");
        assertThat(raw("Content-Length: 5\r\nContent-Length: 6\r\n", "xxxxx", false))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("Transfer-Encoding: chunked\r\n", "zz\r\nx", false)).startsWith("HTTP/1.1 400 ");
        raw("Content-Length: 1000\r\n", "only this", true);
    }

    @Test
    void bytesBeyondTheLimit_areRefusedWhileTheyCome() {
        Staging staging = new Staging(temp.resolve("small"), 10);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> staging.store(new java.io.ByteArrayInputStream(new byte[11]), -1))
                .hasMessageStartingWith("an upload has at most 10 bytes");
        assertThat(temp.resolve("small")).isEmptyDirectory();
    }

    @Test
    void catalogue_saysWhatCanBeStarted() {
        List<String> startable = plant.get("/operations", operator)
                .json()
                .valueStream()
                .filter(operation -> !operation.path("path").isNull())
                .map(operation -> operation.path("name").asString())
                .toList();
        assertThat(startable)
                .containsExactlyInAnyOrder("inbox", "aggregate", "daily", "weekly", "check", "retry", "dismiss");
    }

    private Reply start(String operation, String body, String key) {
        return plant.post("/operations/" + operation, body, ServedPlant.with(operator, "Idempotency-Key", key));
    }

    private String follow(JsonNode job) {
        String events =
                plant.get("/operations/jobs/" + id(job) + "/events", operator).text();
        waitForTheEnd();
        return events;
    }

    /** The file of an upload goes right after the last event. */
    private void waitForTheEnd() {
        try {
            for (int i = 0; i < 100 && plant.staged() > 0; i++) {
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(JsonNode job) {
        return job.path("job").asString();
    }

    private Reply upload(String name, String export) {
        return plant.send(
                "POST",
                "/uploads?name=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8),
                BodyPublishers.ofString(export),
                ServedPlant.with(operator, "Content-Type", "application/octet-stream"));
    }

    private String export(String end, int number) {
        Path file = TinyExport.write(temp.resolve("upload.csv"), TinyExport.row("900" + number, "FI", end, "Pass"));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String raw(String headers, String body, boolean breakOff) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", plant.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            String request = "POST /api/v1/uploads HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + operator[0] + ": " + operator[1] + "\r\nContent-Type: application/octet-stream\r\n" + headers
                    + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (breakOff) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
