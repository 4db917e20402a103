package io.yieldline.api;

import io.javalin.http.Context;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** An authorized request with valid parameters. */
final class Request {
    private static final int MAX_BYTES = 1_000_000;

    private final Context http;
    private final Identity identity;
    private final Values values;

    Request(Context http, Identity identity, Values values) {
        this.http = http;
        this.identity = identity;
        this.values = values;
    }

    Identity identity() {
        return identity;
    }

    Values values() {
        return values;
    }

    /** The sender, for the audit trail. */
    Actor actor() {
        return new Actor(identity.user(), address());
    }

    String address() {
        return http.ip();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.header(name));
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(http.cookie(name));
    }

    /** The media type of the body, without its parameters. */
    String bodyType() {
        return Routes.mediaType(http.contentType());
    }

    /** The complete body, at most a million bytes. */
    byte[] body() {
        return body(http);
    }

    static byte[] body(Context http) {
        return body(http, MAX_BYTES, "a million", MAX_BYTES);
    }

    /** The body of a request without login, which is complete before the request is processed; what is longer is not awaited. */
    static byte[] anonymousBody(Context http) {
        return body(http, HttpServer.MAX_ANONYMOUS_BYTES, "8,000", 0);
    }

    private static byte[] body(Context http, int most, String word, int drained) {
        try {
            MinRateInputStream body = new MinRateInputStream(http.req().getInputStream());
            if (http.req().getContentLengthLong() <= most) {
                byte[] bytes = body.readNBytes(most + 1);
                if (bytes.length <= most) {
                    return bytes;
                }
            }
            body.drain(drained);
            throw new Problem(413, "the body has more than " + word + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as a stream. */
    MinRateInputStream stream() throws IOException {
        return new MinRateInputStream(http.req().getInputStream());
    }

    /** The length of the body according to the client; -1 if unknown. */
    long length() {
        return http.req().getContentLengthLong();
    }

    /** Whether CSV is requested, by the parameter {@code format} or the header. */
    boolean wantsCsv() {
        return values.text("format")
                .map("csv"::equals)
                .orElseGet(() -> header("Accept")
                        .filter(accept -> accept.startsWith("text/csv"))
                        .isPresent());
    }
}
