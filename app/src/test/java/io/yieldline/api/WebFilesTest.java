package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The files of the dashboard as the server sends them. */
class WebFilesTest extends ServedSuite {
    private static final Pattern VENDORED = Pattern.compile("(?m)^([0-9a-f]{64})  (\\S+)$");

    @Test
    void everyWordIsAPage_andThePageIsAskedForEachTime() {
        for (String path : List.of("//", "//today", "//yield?model=Tesla%20SXM4")) {
            Reply page = get(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.text()).startsWith("<!doctype html>").doesNotContain("${build}");
        }
    }

    @Test
    void nothingIsInline_sinceThePolicyForbidsIt() {
        Reply page = get("//");

        SecurityTest.assertHeaders(get("//api"));
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'; script-src 'self'");
        assertThat(page.text())
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain("onclick");
        assertThat(page.text()).containsOnlyOnce("<script");
    }

    @Test
    void aPageNamesAllItsModules_soThatTheBrowserAsksForThemAtOnce() {
        List<String> today = modules("//today");

        assertThat(today.get(0)).endsWith("/app.js");
        assertThat(today).anyMatch(module -> module.endsWith("/pages/today.js"));
        assertThat(today).anyMatch(module -> module.startsWith("/web/vendor/echarts"));
        assertThat(today)
                .doesNotHaveDuplicates()
                .allSatisfy(module ->
                        assertThat(get("/" + module).status()).as(module).isEqualTo(200));
        assertThat(modules("//")).isEqualTo(today);
        assertThat(modules("//nowhere")).isNotEmpty().noneMatch(module -> module.contains("/pages/"));
    }

    private List<String> modules(String path) {
        return Pattern.compile("modulepreload\" href=\"([^\"]+)\"")
                .matcher(get(path).text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void filesAreKeptForGood_andTheirAddressChangesWithThem() {
        Reply script = get("/" + address("app.js"));

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(get("/" + address("app.js"), "If-None-Match", script.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(get("//web/0123456789abcdef/app.js").status()).isEqualTo(404);
    }

    @Test
    void filesAreCompressedForWhoCanReadIt() throws IOException {
        Reply plain = get("/" + address("style/base.css"));
        Reply compressed = get("/" + address("style/base.css"), "Accept-Encoding", "gzip, br");

        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.bytes())).readAllBytes())
                .isEqualTo(plain.bytes());
    }

    @Test
    void filesOfOthersAreWhatTheListSays() {
        Matcher listed = VENDORED.matcher(get("//web/vendor/LICENCES.txt").text());

        assertThat(listed.results()).hasSize(2).allSatisfy(file -> {
            Reply reply = get("//web/vendor/" + file.group(2));
            assertThat(reply.header("Cache-Control")).contains("immutable");
            assertThat(Sha256.of(reply.bytes())).isEqualTo(file.group(1));
        });
    }

    @Test
    void whatIsNotThereIsNotThere() {
        for (String path : List.of(
                "//web/vendor/none.js",
                "//web/..%2f..%2fapi%2funit_states.sql",
                "//web/../api/unit_states.sql",
                "//favicon.ico",
                "//api",
                "//today/more",
                "//Users")) {
            assertThat(get(path).status()).as(path).isIn(400, 404);
        }
        assertThat(plant.send("POST", "//today", BodyPublishers.noBody()).status())
                .isEqualTo(405);
    }

    private Reply get(String path, String... headers) {
        return plant.get(path, headers);
    }

    private String address(String name) {
        String page = new String(get("//").bytes(), StandardCharsets.UTF_8);
        Matcher found = Pattern.compile("\"(/web/[0-9a-f]{16}/" + Pattern.quote(name) + ")\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
