package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Home;
import io.yieldline.plant.ServerAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the server that serves a home, which may be started again on another port meanwhile. */
final class ServerClient {
    static final String USER = "ann";
    static final String PASSWORD = "a good long password";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Home home;

    ServerClient(Home home) {
        this.home = home;
    }

    /** A new session's cookie. */
    String logIn() throws Exception {
        HttpResponse<String> answer = logInAnswer();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    HttpResponse<String> logInAnswer() throws Exception {
        return answer(request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"user\":\"" + USER + "\",\"password\":\"" + PASSWORD + "\"}")));
    }

    String get(String path) throws Exception {
        return text(answer(request(path)));
    }

    String get(String path, String cookie) throws Exception {
        return text(answer(request(path).header("Cookie", cookie)));
    }

    static String text(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    /** An answer that does not come fails the test. */
    private HttpRequest.Builder request(String path) {
        int port = ServerAddress.of(home).orElseThrow().port();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
