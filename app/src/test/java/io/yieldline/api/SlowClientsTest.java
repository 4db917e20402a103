package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers who open connections and say next to nothing: the others are answered all the same. */
@Tag("faults")
class SlowClientsTest extends ServedSuite {
    private static final int MANY = 200;

    /** Half of the time after which the server hangs up on who says nothing: who was held up by them would wait longer. */
    private static final Duration PROMPT = Duration.ofSeconds(15);

    private final List<RawRequest> open = new ArrayList<>();

    @BeforeAll
    void prepare() {
        plant.user("ann", Role.VIEWER);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawRequest each : open) {
            each.close();
        }
        open.clear();
    }

    @Test
    void halfHeads() throws IOException, InterruptedException {
        hold("GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        othersAreServed();
    }

    @Test
    void halfLogins() throws IOException, InterruptedException {
        hold(login("Content-Length: 500") + "{\"user\":");
        othersAreServed();
    }

    @Test
    void halfChunks() throws IOException, InterruptedException {
        hold(login("Transfer-Encoding: chunked") + "ff\r\n{\"user\":");
        othersAreServed();
    }

    @Test
    void longLogins_areRefusedBeforeTheyHoldAnybodyUp() throws IOException, InterruptedException {
        hold(login("Content-Length: 999999") + "x".repeat(20_000));
        othersAreServed();
        assertThat(open.get(0).status()).isEqualTo(413);
    }

    private static String login(String length) {
        return "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
                + "\r\n\r\n";
    }

    private void hold(String start) throws IOException {
        for (int i = 0; i < MANY; i++) {
            open.add(RawRequest.to(plant).send(start));
        }
    }

    /** On connections of their own: a thread that serves one already would go on with it, whatever the others wait for. */
    private void othersAreServed() throws IOException, InterruptedException {
        Thread.sleep(1_000);
        long start = System.nanoTime();
        String credentials = "{\"user\":\"ann\",\"password\":\"" + ServedPlant.PASSWORD + "\"}";
        assertThat(status("GET /api/v1/session", "", "Accept: application/json"))
                .isEqualTo(200);
        assertThat(status(
                        "POST /api/v1/session",
                        credentials,
                        "Content-Type: application/json",
                        "Content-Length: " + credentials.length()))
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMPT);
    }

    private int status(String line, String body, String... headers) throws IOException {
        try (RawRequest request = RawRequest.to(plant)) {
            return request.send(RawRequest.head(line, new String[0], headers) + body)
                    .status();
        }
    }
}
