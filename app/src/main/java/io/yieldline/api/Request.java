package io.yieldline.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.yieldline.Counted;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Identity;
import io.yieldline.operation.ask.EveningTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** An authorized request with valid parameters. */
final class Request {
    /** The parameter for what a mart said earlier. */
    static final Parameter AS_OF =
            Parameter.day("as_of", "what was known on the evening of this day, from its last snapshot (default: now)");

    private final Route route;
    private final Context http;
    private final Identity identity;
    private final Values values;

    Request(Route route, Context http, Identity identity, Values values) {
        this.route = route;
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

    /** The complete body. */
    byte[] body() {
        return body(route, http);
    }

    /**
     * The complete body of a request for a route. The rest of a large body that is too large is dropped, because a client that is
     * still sending would not hear of the refusal; the rest of a small one is not awaited.
     */
    static byte[] body(Route route, Context http) {
        try {
            MinRateInputStream body = new MinRateInputStream(http.req().getInputStream());
            int most = route.mostBytes();
            if (http.req().getContentLengthLong() <= most) {
                byte[] bytes = body.readNBytes(most + 1);
                if (bytes.length <= most) {
                    return bytes;
                }
            }
            body.drain(route.terms().mostBytes());
            throw new Problem(413, "the body has more than " + Counted.of(most, "byte"));
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

    /**
     * Does something when the client has left before it has its response, until the result is closed.
     *
     * @throws IllegalStateException if the request came through no connection
     */
    Presence whenLeft(Runnable left) {
        if (http.attribute(Turns.CONNECTION) instanceof SocketChannel connection) {
            return Presence.of(connection, left);
        }
        throw new IllegalStateException("a request without a connection");
    }

    /** Whether CSV is requested, by the parameter {@code format} or the header. */
    boolean wantsCsv() {
        return format() == RowFormat.CSV;
    }

    /** Whether rows are requested as a file that may exceed the memory, so that no cache keeps it. */
    boolean wantsFile() {
        return route.givesFiles() && format() != RowFormat.JSON;
    }

    /** How rows are requested, by the parameter {@code format} or the header. */
    RowFormat format() {
        return values.text("format")
                .map(RowFormat::of)
                .or(() -> header("Accept").flatMap(accept -> RowFormat.accepted(accept, route)))
                .orElse(RowFormat.JSON);
    }

    /** The earlier evening that is asked for. */
    Optional<EveningTables> evening(io.yieldline.operation.Context plant) {
        return values.day(AS_OF.name()).map(day -> EveningTables.of(day, plant));
    }

    /** Whether the response depends on a snapshot, of which the version of the database says nothing. */
    boolean readsSnapshot() {
        return values.day(AS_OF.name()).isPresent();
    }

    boolean acceptsGzip() {
        return Gzip.accepted(http);
    }

    boolean isHead() {
        return http.method().equals(HandlerType.HEAD);
    }
}
