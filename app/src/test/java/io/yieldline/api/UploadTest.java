package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Exports that come as a form, as curl and browsers send them, slowly, hostile and many at a time. */
class UploadTest {
    private static final String FORM = "Content-Type: multipart/form-data; boundary=cut";
    private static final String HOW = "; send one file as the only part, as curl -F file=@report.xls does";

    @TempDir
    static Path temp;

    private static ServedPlant plant;
    private static String[] operator;
    private static int serial = 100;

    @BeforeAll
    static void serve() {
        plant = ServedPlant.with("upload_megabytes", 3, temp);
        operator = plant.as(Role.OPERATOR);
    }

    @AfterAll
    static void stop() {
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException, InterruptedException {
        for (int i = 0; i < 200 && plant.staged() > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(plant.staged()).isZero();
    }

    @Test
    void form_isLoadedUnderTheNameInIt() throws IOException {
        ServedPlant.Reply reply = upload("", file("report.csv", export()));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(reply.json().path("name").asString()).isEqualTo("report.csv");
        assertThat(outcome(reply)).isEqualTo("loaded");
    }

    @Test
    void nameInTheQuery_comesFirst() throws IOException {
        assertThat(upload("?name=other.csv", file("report.csv", export()))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("other.csv");
    }

    @Test
    void formAndBody_areTheSameBytes() throws IOException {
        String export = export().replace("\n", "\r\n") + "\r\n--cu\r\n\r\n--\r\r\n";

        assertThat(upload("", file("a.csv", export)).json().path("sha256").asString())
                .isEqualTo(Secret.hash(export));
    }

    @Test
    void names_areTextsOnly() throws IOException {
        Map<String, String> names = new TreeMap<>();
        names.put("../../x.csv", "x.csv");
        names.put("C:\\temp\\y.csv", "y.csv");
        names.put("x".repeat(300) + ".csv", "x".repeat(196) + ".csv");
        names.put("\u202Egnp.csv", "gnp.csv");
        names.put("\uD55C\uAE00.csv", "\uD55C\uAE00.csv");
        names.put("CON", "CON");
        names.put("", "upload");
        names.put("..", "upload");
        names.put("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv");

        for (Map.Entry<String, String> name : names.entrySet()) {
            ServedPlant.Reply reply = upload("", file(name.getKey(), export()));
            assertThat(reply.status()).as(name.getKey() + ": " + reply).isEqualTo(202);
            assertThat(reply.json().path("name").asString()).isEqualTo(name.getValue());
            assertThat(outcome(reply)).isEqualTo("loaded");
        }
        assertThat(temp.resolve("x.csv")).doesNotExist();
        assertThat(temp.getParent().resolve("x.csv")).doesNotExist();
    }

    @Test
    void wrongForms_areRefusedWithTheirReason() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        wrong.put(part("file", "a.csv", "x") + part("file", "a.csv", "x") + end(), "the form has more than one part");
        wrong.put(part("file", "a.csv", "x").repeat(10_000) + end(), "the form has more than one part");
        wrong.put(field("name", "x") + end(), "the form has a part that is no file");
        wrong.put(field("name", "x") + part("file", "a.csv", "x") + end(), "the form has a part that is no file");
        wrong.put(end(), "the form has no file");
        wrong.put("", "the form has no file");
        wrong.put("no form at all", "the form has no file");
        wrong.put(part("file", "a.csv", "x"), "the form cannot be read");
        wrong.put(part("file", "a\0b.csv", "x") + end(), "the form cannot be read");
        wrong.put(part("file", "a.csv" + "x".repeat(9_000), "x") + end(), "the form cannot be read");
        wrong.put("--cut\r\nX-Junk: " + "x".repeat(70_000), "the form cannot be read");
        wrong.put(file("a.csv", "x") + "x".repeat(100_000), "the form cannot be read");

        for (Map.Entry<String, String> form : wrong.entrySet()) {
            ServedPlant.Reply reply = upload("", form.getKey());
            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(reply.detail()).isEqualTo(form.getValue() + HOW);
        }
        assertThat(upload("", file("a.csv", "")).detail())
                .isEqualTo("the upload is empty; send the bytes of one export as the body");
    }

    @Test
    void formWithoutBoundary_isRefused() {
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=")) {
            ServedPlant.Reply reply = plant.send(
                    "POST",
                    "/uploads",
                    BodyPublishers.ofString(file("a.csv", "x")),
                    ServedPlant.with(operator, "Content-Type", type));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.detail()).isEqualTo("the header Content-Type names no boundary between parts" + HOW);
        }
    }

    @Test
    void wrongLengths_areRefused() throws IOException {
        String form = file("a.csv", export());
        assertThat(status("Content-Length: 2000000000", "x")).isEqualTo(413);
        assertThat(status("Content-Length: -5", form)).isEqualTo(400);
        assertThat(status("Content-Length: 20", form)).isEqualTo(400);
        assertThat(status("Content-Length: 5\r\nContent-Length: 6", form)).isEqualTo(400);
        assertThat(status("Transfer-Encoding: chunked", "zz\r\n" + form)).isEqualTo(400);
    }

    @Test
    void formThatBreaksOff_leavesNothing() throws IOException {
        String form = file("a.csv", export());
        String half = form.substring(0, form.length() / 2);
        assertThat(status("Content-Length: " + form.length(), half)).isEqualTo(400);
        assertThat(status("Transfer-Encoding: chunked", Integer.toHexString(1000) + "\r\n" + half))
                .isEqualTo(400);
        try (RawRequest gone = RawRequest.to(plant)) {
            gone.send(RawRequest.head("POST /api/v1/uploads", operator, FORM, "Content-Length: 9999") + half);
        }
    }

    @Test
    void bytesBeyondTheLimit_areRefusedWhileTheyCome() {
        // No end of the form, but of the bytes: the server reads to the last one, so that no client breaks off before
        // it
        // hears the answer.
        String form = head("file", "big.csv") + "x".repeat(3_000_010);
        ServedPlant.Reply reply = plant.send(
                "POST",
                "/uploads",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))),
                ServedPlant.with(operator, FORM.split(": ")));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.detail()).startsWith("an upload has at most 3,000,000 bytes");
    }

    @Test
    void aByteNowAndThen_isTooSlow() throws IOException, InterruptedException {
        try (RawRequest slow = RawRequest.to(plant)) {
            slow.send(RawRequest.head("POST /api/v1/uploads", operator, FORM, "Content-Length: 9999"));
            for (char each : head("file", "slow.csv").substring(0, 12).toCharArray()) {
                slow.send(String.valueOf(each));
                Thread.sleep(1_000);
            }
            assertThat(slow.status()).isEqualTo(408);
        }
    }

    @Test
    void bytesOneByOne_areTheSameExport() throws IOException {
        String form = file("bytes.csv", export());
        try (RawRequest bytes = RawRequest.to(plant)) {
            bytes.send(RawRequest.head("POST /api/v1/uploads", operator, FORM, "Content-Length: " + form.length()));
            for (char each : form.toCharArray()) {
                bytes.send(String.valueOf(each));
            }
            assertThat(bytes.answer())
                    .startsWith("HTTP/1.1 202 ")
                    .contains(Secret.hash(
                            form.substring(head("file", "bytes.csv").length(), form.indexOf("\r\n--cut--"))));
        }
    }

    @Test
    void twentyOfTheSameAtATime_areLoadedOnce() throws Exception {
        String form = file("same.csv", export());
        ExecutorService senders = Executors.newFixedThreadPool(20);
        Callable<ServedPlant.Reply> sender = () -> untilTaken(form);
        List<Future<ServedPlant.Reply>> sent = senders.invokeAll(java.util.Collections.nCopies(20, sender));
        senders.shutdown();

        Map<String, Integer> outcomes = new TreeMap<>();
        for (Future<ServedPlant.Reply> each : sent) {
            outcomes.merge(outcome(each.get()), 1, Integer::sum);
        }
        assertThat(outcomes).isEqualTo(Map.of("loaded", 1, "known", 19));
    }

    @Test
    void clickThatWasSentTwice_isOneJob() throws IOException {
        String form = file("double.csv", export());
        ServedPlant.Reply first = upload("", form, "Idempotency-Key", "double-click-1");
        ServedPlant.Reply second = upload("", form, "Idempotency-Key", "double-click-1");

        assertThat(second.json().path("job").asString())
                .isEqualTo(first.json().path("job").asString());
        assertThat(upload("", file("other.csv", export()), "Idempotency-Key", "double-click-1")
                        .status())
                .isEqualTo(422);
        assertThat(outcome(first)).isEqualTo("loaded");
    }

    @Test
    void pageOfAnotherSite_canSendNoForm() throws IOException {
        plant.user("ann", Role.OPERATOR);
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);
        for (String[] headers : new String[][] {
            {"Cookie", cookie},
            {"Cookie", cookie, "X-Requested-With", "x", "Origin", "http://evil.example"},
            {"Cookie", cookie, "X-Requested-With", "x", "Sec-Fetch-Site", "cross-site"}
        }) {
            assertThat(plant.send(
                                    "POST",
                                    "/uploads",
                                    BodyPublishers.ofString(file("a.csv", export())),
                                    ServedPlant.with(headers, FORM.split(": ")))
                            .status())
                    .isEqualTo(403);
        }
    }

    /** Four uploads come in at a time; the others are told to come again. */
    private static ServedPlant.Reply untilTaken(String form) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            ServedPlant.Reply reply = upload("", form);
            if (reply.status() != 503) {
                assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
                return reply;
            }
            assertThat(reply.header("Retry-After")).isEqualTo("5");
            Thread.sleep(50);
        }
        throw new AssertionError("never taken");
    }

    private static ServedPlant.Reply upload(String query, String form, String... headers) {
        return plant.send(
                "POST",
                "/uploads" + query,
                BodyPublishers.ofString(form),
                ServedPlant.with(ServedPlant.with(operator, headers), FORM.split(": ")));
    }

    private static int status(String headers, String body) throws IOException {
        try (RawRequest request = RawRequest.to(plant)) {
            return request.send(RawRequest.head("POST /api/v1/uploads", operator, FORM, headers) + body)
                    .breakOff()
                    .status();
        }
    }

    /** How the export of an upload ended. */
    private static String outcome(ServedPlant.Reply reply) {
        JsonNode job = reply.json();
        String events = plant.get("/operations/jobs/" + job.path("job").asString() + "/events", operator)
                .text();
        return events.replaceAll("(?s).*event: export\ndata: [^\n]*\"outcome\":\"([a-z]+)\".*", "$1");
    }

    private static String file(String name, String export) {
        return part("file", name, export) + end();
    }

    private static String part(String field, String name, String content) {
        return head(field, name) + content + "\r\n";
    }

    private static String head(String field, String name) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    private static String field(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String end() {
        return "--cut--\r\n";
    }

    /** An export of one record that no other one has. */
    private static String export() throws IOException {
        serial++;
        return Files.readString(TinyExport.write(
                temp.resolve("upload.csv"), TinyExport.row("77" + serial, "FI", "2025-04-20 08:00:00", "Pass")));
    }
}
