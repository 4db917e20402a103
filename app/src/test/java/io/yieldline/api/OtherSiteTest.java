package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site in the browser of somebody who is logged in: it changes nothing and reads nothing. */
@Tag("browser")
class OtherSiteTest {
    /** Everything that a page can send without asking: each attempt says whether it read an answer. */
    private static final String ATTACK = """
            async plant => {
              const tries = [];
              const post = (path, body, options) => tries.push(fetch(plant + path, { method: 'POST', credentials: 'include', body, ...options })
                .then((answer) => answer.type === 'opaque' ? 'sent' : 'read', () => 'refused'));
              const key = { 'Idempotency-Key': 'from-another-site', 'X-Requested-With': 'yieldline' };
              for (const operation of ['check', 'aggregate', 'ingest', 'retry', 'daily']) {
                post('/api/v1/operations/' + operation, '{}', { mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } });
                post('/api/v1/operations/' + operation, '{}', { headers: { 'Content-Type': 'application/json', ...key } });
                post('/api/v1/operations/' + operation, new URLSearchParams({ a: 1 }), { mode: 'no-cors' });
              }
              const form = new FormData();
              form.append('file', new Blob(['SN,PN']), 'evil.csv');
              post('/api/v1/uploads', form, { mode: 'no-cors' });
              post('/api/v1/uploads', 'SN,PN', { headers: { 'Content-Type': 'application/octet-stream', ...key } });
              post('/api/v1/users', '{"user":"eve","role":"admin"}', { mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } });
              post('/api/v1/session', '{"user":"ann","password":"x"}', { mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } });
              tries.push(fetch(plant + '/api/v1/session', { method: 'DELETE', credentials: 'include' }).then(() => 'read', () => 'refused'));
              tries.push(fetch(plant + '/api/v1/users', { credentials: 'include' }).then(() => 'read', () => 'refused'));
              for (const path of ['/api/v1/operations/check', '/api/v1/uploads', '/api/v1/session', '/api/v1/marts/packing_daily']) {
                tries.push(new Promise((resolve) => {
                  const image = new Image();
                  image.onload = () => resolve('read');
                  image.onerror = () => resolve('refused');
                  image.src = plant + path;
                }));
              }
              return Promise.all(tries);
            }""";

    private static final String FORM = """
            plant => {
              const form = document.createElement('form');
              form.method = 'POST';
              form.enctype = 'text/plain';
              form.action = plant + '/api/v1/operations/check';
              const field = document.createElement('input');
              field.name = '{"check":"';
              field.value = 'counts"}';
              form.append(field);
              document.body.append(form);
              form.submit();
            }""";

    @TempDir
    static Path temp;

    private static ServedPlant plant;
    private static Chromium browser;
    private static HttpServer other;

    @BeforeAll
    static void serve() throws IOException {
        Chromium.assumeThere();
        plant = ServedPlant.on(temp);
        plant.user("ann", Role.ADMIN);
        browser = Chromium.on(plant);
        other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>Other</title><body>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
    }

    @AfterAll
    static void stop() {
        if (plant != null) {
            other.stop(0);
            browser.close();
            plant.close();
            assertThat(plant.failures()).isEmpty();
        }
    }

    /** The second is the same site with another port: the browser sends the cookie along. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void changesNothing(String host) {
        Page own = browser.logIn("ann");
        String before = state();
        Page page = own.context().newPage();
        String address = "http://" + host + ":" + other.getAddress().getPort() + "/";
        page.navigate(address);

        assertThat(String.valueOf(page.evaluate(ATTACK, browser.address(""))))
                .contains("refused")
                .doesNotContain("read");
        page.evaluate(FORM, browser.address(""));
        page.waitForURL("**/api/v1/operations/check");
        assertThat(page.locator("body").innerText()).contains("\"status\":40");

        assertThat(state()).isEqualTo(before);
        page.close();
        browser.complaints().clear();
        browser.open(own, "/today");
        assertThat(own.locator(".account .user").innerText()).isEqualTo("ann");
        own.context().close();
        browser.nothingWentWrong();
    }

    /** All that such a page could want to change. */
    private static String state() {
        return plant.warehouse()
                .read(session -> String.join(
                        " ",
                        session.texts("select count(*) from run").toString(),
                        session.texts("select count(*) from job").toString(),
                        session.texts("select count(*) from export").toString(),
                        session.texts("select count(*) from app_user").toString()));
    }
}
