package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of the dashboard are open to anybody, so they keep the rules of every other answer. */
class PageSecurityTest extends ServedSuite {
    private static final String[] NOBODY = {};

    private List<String> files;

    @BeforeAll
    void prepare() {
        files = Pattern.compile("\"(/web/[^\"]+\\.\\w+)\"")
                .matcher(plant.get("//").text())
                .results()
                .map(MatchResult::group)
                .map(each -> each.replace("\"", ""))
                .toList();
    }

    @Test
    void everyFileHasTheHeadersOfEveryAnswer() {
        assertThat(files).hasSizeGreaterThan(2);
        for (String file : files) {
            Reply reply = plant.get("/" + file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'self'; script-src 'self';");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Server")).isEmpty();
            assertThat(reply.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void otherNamesOfTheServer_getNoPageEither() throws IOException {
        for (String path : List.of("/", "/today", files.get(0), "/nothing/here", "/metrics", "/health/live")) {
            try (RawRequest request = RawRequest.to(plant)) {
                assertThat(request.send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                                .status())
                        .as(path)
                        .isEqualTo(421);
            }
        }
    }

    @Test
    void waysOutOfTheFolder_leadNowhere() throws IOException {
        String build = files.get(0).split("/")[2];
        for (String path : List.of(
                "/web/../api/unit_states.sql",
                "/web/%2e%2e/api/unit_states.sql",
                "/web/..%2fapi%2funit_states.sql",
                "/web/%252e%252e/api/unit_states.sql",
                "/web/" + build + "/../../api/unit_states.sql",
                "/web/" + build + "/..%5c..%5capi%5cunit_states.sql",
                "/web//etc/passwd",
                "/web/" + build + "//etc/passwd",
                "/web/file:%2f%2f%2fetc%2fpasswd",
                "/web/" + build + "/app.js%00.css",
                "/web/..;/api/unit_states.sql",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/../../etc/passwd",
                "/api/v1/reports/..%2f..%2fetc%2fpasswd",
                "/api/v1/exports/..%2f..%2fyieldline.yaml")) {
            try (RawRequest request = RawRequest.to(plant)) {
                String answer =
                        request.send(RawRequest.head("GET " + path, NOBODY)).answer();
                assertThat(answer).as(path).matches("(?s)HTTP/1\\.1 40[014] .*");
                assertThat(answer).as(path).doesNotContain("with asked as", "root:", "plant:", "Exception");
            }
        }
    }
}
