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

    /** The server may still be taking up the many when the first of the others come. */
    private static final int TIMES = 5;

    private static final String JSON = "Content-Type: application/json";

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
    void halfHeads() throws IOException {
        hold("GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        othersAreServed();
    }

    @Test
    void halfLogins() throws IOException {
        hold(login("Content-Length: 500") + "{\"user\":");
        othersAreServed();
    }

    @Test
    void halfChunks() throws IOException {
        hold(login("Transfer-Encoding: chunked") + "ff\r\n{\"user\":");
        othersAreServed();
    }

    @Test
    void longLogins_areRefusedBeforeTheyHoldAnybodyUp() throws IOException {
        hold(login("Content-Length: 999999") + "x".repeat(20_000));
        othersAreServed();
        assertThat(open.get(0).status()).isEqualTo(413);
    }

    @Test
    void slowPasswordsOfAViewer_holdNobodyUp() throws IOException {
        String[] session = {"Cookie", plant.logIn("ann", ServedPlant.PASSWORD), "X-Requested-With", "yieldline"};
        hold(RawRequest.head("PUT /api/v1/me/password", session, JSON, "Content-Length: 3000") + "{\"password\":\"");
        othersAreServed();
        try (RawRequest large = RawRequest.to(plant)) {
            large.send(RawRequest.head("PUT /api/v1/me/password", session, JSON, "Content-Length: 900000"));
            assertThat(large.status()).isEqualTo(413);
        }
    }

    @Test
    void slowUploadsOfAnOperator_holdNobodyUp() throws IOException {
        String[] token = plant.as(Role.OPERATOR);
        hold(RawRequest.head(
                        "POST /api/v1/uploads",
                        token,
                        "Content-Type: application/octet-stream",
                        "Content-Length: 900000")
                + "a");
        othersAreServed();
        assertThat(open.get(MANY - 1).status()).isEqualTo(503);
    }

    /** Each asks so often for the reference that the responses fill the buffers on the way. */
    @Test
    void clientsThatReadNothing_holdNobodyUp() throws IOException {
        String[] token = plant.as(Role.VIEWER);
        String question =
                "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n" + token[0] + ": " + token[1] + "\r\n\r\n";
        hold(question.repeat(100));
        othersAreServed();
    }

    @Test
    void scrapesWithoutEnd_holdNobodyUp() throws IOException {
        hold("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        othersAreServed();
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
    private void othersAreServed() throws IOException {
        String credentials = "{\"user\":\"ann\",\"password\":\"" + ServedPlant.PASSWORD + "\"}";
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            assertThat(status("GET /health/live", "")).isEqualTo(200);
            assertThat(status("GET /health/ready", "")).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMPT);
            assertThat(status("GET /api/v1/session", "", "Accept: application/json"))
                    .isEqualTo(200);
            assertThat(status("POST /api/v1/session", credentials, JSON, "Content-Length: " + credentials.length()))
                    .isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMPT);
        }
    }

    private int status(String line, String body, String... headers) throws IOException {
        try (RawRequest request = RawRequest.to(plant)) {
            return request.send(RawRequest.head(line, new String[0], headers) + body)
                    .status();
        }
    }
}
