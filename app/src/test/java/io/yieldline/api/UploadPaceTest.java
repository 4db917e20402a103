package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads that are too long or too slow, many at a time, or sent twice. */
@Tag("faults")
class UploadPaceTest extends UploadSuite {
    @Test
    void bytesBeyondTheLimit_areRefusedWhileTheyCome() {
        // No end of the form, but of the bytes: the server reads to the last one, so that no client breaks off before
        // it
        // hears the answer.
        String form = head("file", "big.csv") + "x".repeat(3_000_010);
        Reply reply = plant.send(
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
                    .contains(
                            Sha256.of(form.substring(head("file", "bytes.csv").length(), form.indexOf("\r\n--cut--"))));
        }
    }

    @Test
    void twentyOfTheSameAtATime_areLoadedOnce() throws Exception {
        String form = file("same.csv", export());
        ExecutorService senders = Executors.newFixedThreadPool(20);
        Callable<Reply> sender = () -> untilTaken(form);
        List<Future<Reply>> sent = senders.invokeAll(java.util.Collections.nCopies(20, sender));
        senders.shutdown();

        Map<String, Integer> outcomes = new TreeMap<>();
        for (Future<Reply> each : sent) {
            outcomes.merge(outcome(each.get()), 1, Integer::sum);
        }
        assertThat(outcomes).isEqualTo(Map.of("loaded", 1, "known", 19));
    }

    @Test
    void clickThatWasSentTwice_isOneJob() throws IOException {
        String form = file("double.csv", export());
        Reply first = upload("", form, "Idempotency-Key", "double-click-1");
        Reply second = upload("", form, "Idempotency-Key", "double-click-1");

        assertThat(second.json().path("job").asString())
                .isEqualTo(first.json().path("job").asString());
        assertThat(upload("", file("other.csv", export()), "Idempotency-Key", "double-click-1")
                        .status())
                .isEqualTo(422);
        assertThat(outcome(first)).isEqualTo("loaded");
    }

    /** Four uploads of a user come in at a time; the others wait, and are told after a while to come again. */
    private Reply untilTaken(String form) {
        for (int i = 0; i < 200; i++) {
            Reply reply = upload("", form);
            if (reply.status() != 503) {
                assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
                return reply;
            }
            assertThat(reply.header("Retry-After")).isEqualTo("5");
        }
        throw new AssertionError("never taken");
    }
}
