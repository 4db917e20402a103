package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers, other web pages and broken clients get. */
class SecurityTest {
    private static final String JSON = "application/json";

    @TempDir
    static Path temp;

    private static ServedPlant plant;
    private static String cookie;

    @BeforeAll
    static void serve() {
        plant = ServedPlant.on(temp);
        plant.user("ann", Role.OPERATOR);
        cookie = plant.logIn("ann", ServedPlant.PASSWORD);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    static void assertHeaders(Reply reply) {
        assertThat(reply.header("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.response().headers().map().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("Server")
                        || name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void everyErrorHasTheOneShape() {
        Stream.of(
                        plant.get("/status"),
                        plant.get("/nothing", "Cookie", cookie),
                        plant.get("//api/v1/marts/../../etc/passwd"),
                        plant.get("/units/%2e%2e%2fetc%2fpasswd", "Cookie", cookie),
                        plant.get("/status?x=1", "Cookie", cookie),
                        plant.send("PATCH", "/status", BodyPublishers.noBody(), "Cookie", cookie),
                        plant.send("TRACE", "/status", BodyPublishers.noBody()),
                        plant.get("/marts/packing_daily?limit=x", "Cookie", cookie),
                        plant.get("/runs/none", "Cookie", cookie),
                        plant.post("/session", "{"),
                        plant.post("/session", "[]"),
                        plant.post("/session", "{\"user\":{}}"),
                        plant.post("/session", "{\"user\":\"a\",\"password\":\"b\",\"more\":1}"))
                .forEach(reply -> {
                    assertThat(reply.status()).as(reply.toString()).isBetween(400, 499);
                    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
                    assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
                    assertThat(reply.json().path("title").asString()).isNotEmpty();
                    assertThat(reply.detail()).isNotEmpty();
                    assertThat(reply.text()).doesNotContain("Exception").doesNotContain(temp.toString());
                    assertHeaders(reply);
                });
        assertThat(plant.failures()).isEmpty();
    }

    @Test
    void unknownParameter_listsTheKnownOnes() {
        Reply reply = plant.get("/marts/packing_daily?modle=x", "Cookie", cookie);

        assertThat(reply.text())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad request\",\"status\":400,"
                        + "\"detail\":\"unknown parameter \\\"modle\\\"; valid values: from, to, week, model, part_number,"
                        + " by, as_of, limit, offset, format\",\"parameter\":\"modle\",\"known\":[\"from\",\"to\",\"week\",\"model\","
                        + "\"part_number\",\"by\",\"as_of\",\"limit\",\"offset\",\"format\"]}");
    }

    @Test
    void wrongValues_areNamed() {
        List<String> wrong = List.of(
                "from=yesterday",
                "week=2025-14",
                "limit=1e9",
                "limit=-1",
                "limit=99999",
                "offset=-1",
                "format=xml",
                "from=2025-04-15&from=2025-04-16",
                "from=2025-04-16&to=2025-04-15",
                "week=2025-W14&from=2025-04-15",
                "model=" + "x".repeat(400),
                "model=%00");

        wrong.forEach(query -> {
            Reply reply = plant.get("/marts/packing_daily?" + query, "Cookie", cookie);
            assertThat(reply.status()).as(query + ": " + reply).isEqualTo(400);
            assertThat(reply.json().path("parameter").asString())
                    .isIn("from", "to", "week", "limit", "offset", "format", "model");
        });
    }

    @Test
    void sqlInAParameter_isAText() {
        for (String text :
                List.of("'; drop table packing_daily; --", "' or '1'='1", "\\", "%", "_", "\u0000x".substring(1))) {
            Reply reply = plant.get(
                    "/marts/packing_daily?model=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8),
                    "Cookie",
                    cookie);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("total").asInt()).isZero();
        }
        assertThat(plant.get("/marts/packing_daily", "Cookie", cookie)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void otherSites_changeNothing() {
        String[][] foreign = {
            {"Origin", "http://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://localhost:1"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        };
        for (String[] header : foreign) {
            Reply reply = check(ServedPlant.with(header, "Cookie", cookie, "X-Requested-With", "yieldline"));
            assertThat(reply.status()).as(String.join(": ", header)).isEqualTo(403);
            assertThat(reply.detail()).isEqualTo("the request comes from another site");
            assertThat(plant.post("/session", "{\"user\":\"ann\",\"password\":\"x\"}", header)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void cookieAlone_changesNothing() {
        assertThat(check("Cookie", cookie).detail())
                .isEqualTo("the header X-Requested-With is missing; it protects against requests from other sites");
        assertThat(check(
                                "Cookie",
                                cookie,
                                "X-Requested-With",
                                "yieldline",
                                "Origin",
                                "http://localhost:" + plant.port())
                        .status())
                .isEqualTo(202);
    }

    @Test
    void formsAreNoJson() {
        for (String type :
                List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")) {
            Reply reply =
                    plant.send("POST", "/session", BodyPublishers.ofString("{\"user\":\"ann\"}"), "Content-Type", type);
            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.detail()).isEqualTo("send the body as " + JSON);
        }
    }

    @Test
    void otherNamesOfTheServer_areMisdirected() throws IOException {
        for (String host :
                List.of("evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.nip.io", "")) {
            String reply = raw("GET /api/v1/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(reply).startsWith(host.isEmpty() ? "HTTP/1.1 4" : "HTTP/1.1 421 ");
        }
        assertThat(raw("GET /api/v1/status HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void deepJson_isRefused() {
        assertThat(plant.post("/session", "[".repeat(3_900)).status()).isEqualTo(400);
        assertThat(plant.post("/session", "{\"user\":".repeat(400)).status()).isEqualTo(400);
        assertThat(plant.post("/session", "{\"user\":\"" + "x".repeat(4_001) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void sameBytes_areNotSentAgain() {
        Reply first = plant.get("/marts/packing_daily", "Cookie", cookie);
        Reply second = plant.get("/marts/packing_daily", "Cookie", cookie, "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.bytes()).isEmpty();
        assertHeaders(second);
    }

    @Test
    void longAnswers_arePacked() {
        assertThat(plant.get("/openapi.json", "Cookie", cookie, "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    private static Reply check(String... headers) {
        return plant.post(
                "/operations/check",
                "{}",
                ServedPlant.with(
                        headers,
                        "Idempotency-Key",
                        "key-" + String.join("", headers).hashCode()));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", plant.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
