package io.yieldline.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running server as screens see it: through HTTP, logged in, with answers packed. The client is the plainest there is, one thread
 * and one kept connection for each, because it works on the same cores as the server.
 */
final class BenchedServer {
    static final String USER = "screen";
    static final String PASSWORD = "a good long password";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String address;
    private final ProcessHandle process;

    BenchedServer(int port, long pid) {
        this.address = "http://127.0.0.1:" + port;
        this.process = ProcessHandle.of(pid).orElseThrow();
    }

    String address() {
        return address;
    }

    /** What all threads of the server have worked since it started. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Makes the user of the screens, an analyst, with the first password of a new plant. */
    void makeUser(Path firstPassword) throws IOException {
        makeUsers(firstPassword, List.of(USER));
    }

    /** Makes analysts with the first password of a new plant, and returns the cookie of each. */
    List<String> makeUsers(Path firstPassword, List<String> names) throws IOException {
        String admin = usable("admin", Files.readString(firstPassword).strip());
        List<String> cookies = new ArrayList<>();
        for (String name : names) {
            JsonNode made = MAPPER.readTree(answer(
                    "POST", Routes.ROOT + "/users", "{\"name\":\"" + name + "\",\"role\":\"analyst\"}", admin, false));
            cookies.add(usable(name, made.path("password").asString()));
        }
        return cookies;
    }

    /** The cookie of a new session. */
    String logIn() throws IOException {
        return logIn(USER, PASSWORD);
    }

    /** What was asked for, for setting up. */
    JsonNode json(String path, String cookie) throws IOException {
        return MAPPER.readTree(answer("GET", Routes.ROOT + path, null, cookie, false));
    }

    /** Asks for the end of something. */
    void delete(String path, String cookie) throws IOException {
        answer("DELETE", Routes.ROOT + path, null, cookie, false);
    }

    /** Asks, and returns how many bytes came. */
    int ask(Question question, String cookie) throws IOException {
        String method = question.body() == null ? "GET" : "POST";
        return answer(method, Routes.ROOT + question.path(), question.body(), cookie, true).length;
    }

    private String usable(String user, String first) throws IOException {
        String body = "{\"password\":\"" + first + "\",\"new_password\":\"" + PASSWORD + "\"}";
        answer("PUT", Routes.ROOT + "/me/password", body, logIn(user, first), false);
        return logIn(user, PASSWORD);
    }

    private String logIn(String user, String password) throws IOException {
        HttpURLConnection connection = connection("POST", Routes.ROOT + "/session", "", false);
        send(connection, "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
        whole(connection);
        return connection.getHeaderField("Set-Cookie").replaceAll(";.*", "");
    }

    private byte[] answer(String method, String path, String body, String cookie, boolean packed) throws IOException {
        HttpURLConnection connection = connection(method, path, cookie, packed);
        if (body != null) {
            send(connection, body);
        }
        return whole(connection);
    }

    private HttpURLConnection connection(String method, String path, String cookie, boolean packed) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Cookie", cookie);
        connection.setRequestProperty("X-Requested-With", "benchmark");
        connection.setRequestProperty("Accept-Encoding", packed ? "gzip" : "identity");
        return connection;
    }

    private static void send(HttpURLConnection connection, String body) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] whole(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = stream.readAllBytes();
            if (status >= 300) {
                throw new IOException(
                        connection.getURL() + ": " + status + " " + new String(bytes, StandardCharsets.UTF_8));
            }
            return bytes;
        }
    }
}
