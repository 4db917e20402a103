package io.yieldline.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server. */
record Reply(int status, HttpResponse<?> response, byte[] bytes) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The answer to a request. */
    static Reply to(HttpRequest request, HttpClient client) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = answer(request, client);
        return new Reply(response.statusCode(), response, response.body());
    }

    /** A connection is closed when a request was refused before its body came; this client sends the next one on it. */
    private static HttpResponse<byte[]> answer(HttpRequest request, HttpClient client)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).endsWith("received no bytes")) {
                throw e;
            }
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    /** The body; of a CSV file without the mark by which spreadsheets know UTF-8. */
    String text() {
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        return isCsv() ? text.replaceFirst("^\uFEFF", "") : text;
    }

    private boolean isCsv() {
        return header("Content-Type").startsWith("text/csv");
    }

    JsonNode json() {
        return MAPPER.readTree(bytes);
    }

    String detail() {
        return json().path("detail").asString("");
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
