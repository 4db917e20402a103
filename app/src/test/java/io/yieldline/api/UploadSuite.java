package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** Exports that are sent as forms to a server that takes three megabytes, and of which nothing may be left behind. */
abstract class UploadSuite extends ServedSuite {
    static final String FORM = "Content-Type: multipart/form-data; boundary=cut";

    String[] operator;
    private int serial = 100;

    @Override
    ServedPlant plant(Path empty) {
        return ServedPlant.with("upload_megabytes", 3, empty);
    }

    @BeforeAll
    void enter() {
        operator = plant.as(Role.OPERATOR);
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException, InterruptedException {
        // The server learns that a client is gone when it is scheduled, which takes seconds on a machine that is busy
        // with other lanes.
        for (int i = 0; i < 1_500 && plant.staged() > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(plant.staged()).isZero();
    }

    Reply upload(String query, String form, String... headers) {
        return plant.send(
                "POST",
                "/uploads" + query,
                BodyPublishers.ofString(form),
                ServedPlant.with(ServedPlant.with(operator, headers), FORM.split(": ")));
    }

    int status(String headers, String body) throws IOException {
        try (RawRequest request = RawRequest.to(plant)) {
            return request.send(RawRequest.head("POST /api/v1/uploads", operator, FORM, headers) + body)
                    .breakOff()
                    .status();
        }
    }

    /** How the export of an upload ended. */
    String outcome(Reply reply) {
        JsonNode job = reply.json();
        String events = plant.get("/operations/jobs/" + job.path("job").asString() + "/events", operator)
                .text();
        return events.replaceAll("(?s).*event: export\ndata: [^\n]*\"outcome\":\"([a-z]+)\".*", "$1");
    }

    String file(String name, String export) {
        return part("file", name, export) + end();
    }

    String part(String field, String name, String content) {
        return head(field, name) + content + "\r\n";
    }

    String head(String field, String name) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    String field(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    String end() {
        return "--cut--\r\n";
    }

    /** An export of one record that no other one has. */
    String export() throws IOException {
        serial++;
        return Files.readString(TinyExport.write(
                directory.resolve("upload.csv"), TinyExport.row("77" + serial, "FI", "2025-04-20 08:00:00", "Pass")));
    }
}
