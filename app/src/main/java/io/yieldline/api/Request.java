package io.yieldline.api;

import io.javalin.http.Context;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A request whose sender may ask it and whose parameters are right. */
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

    /** The sender, for the audit. */
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

    /** A whole body, of at most a million bytes. */
    byte[] body() {
        return body(http);
    }

    static byte[] body(Context http) {
        return body(http, MAX_BYTES, "a million");
    }

    /** The body of somebody who is not logged in, of which so much is there before the request is looked at. */
    static byte[] bodyOfStranger(Context http) {
        return body(http, HttpServer.MAX_ANONYMOUS_BYTES, "8,000");
    }

    private static byte[] body(Context http, int most, String word) {
        Problem tooLarge = new Problem(413, "the body has more than " + word + " bytes");
        if (http.req().getContentLengthLong() > most) {
            throw tooLarge;
        }
        try {
            byte[] bytes = new MinRateInputStream(http.req().getInputStream()).readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body of any length. */
    InputStream stream() throws IOException {
        return new MinRateInputStream(http.req().getInputStream());
    }

    /** The length of the body as the client says; -1 when it does not. */
    long length() {
        return http.req().getContentLengthLong();
    }

    /** Whether CSV is wanted: by the parameter {@code format}, else by the header. */
    boolean wantsCsv() {
        return values.text("format")
                .map("csv"::equals)
                .orElseGet(() -> header("Accept")
                        .filter(accept -> accept.startsWith("text/csv"))
                        .isPresent());
    }
}
