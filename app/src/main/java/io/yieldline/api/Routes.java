package io.yieldline.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.yieldline.UserError;
import io.yieldline.api.auth.Identity;
import io.yieldline.warehouse.ReadCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Request handling: authorization, validation, response and error mapping. */
final class Routes {
    /** Prefix of all paths. */
    static final String ROOT = "/api/v1";

    private final List<Route> routes;
    private final Gate gate;
    private final Faults faults;
    private final ReadCache<RouteResponse> answers;
    private final Answered told;
    private final Supplier<LocalDateTime> plantTime;

    Routes(
            List<Route> routes,
            Gate gate,
            Faults faults,
            ReadCache<RouteResponse> answers,
            Answered told,
            Supplier<LocalDateTime> plantTime) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
        this.faults = faults;
        this.answers = answers;
        this.told = told;
        this.plantTime = plantTime;
    }

    List<Route> all() {
        return routes;
    }

    void addTo(RoutesConfig config) {
        for (Route route : routes) {
            config.addHttpHandler(route.method(), ROOT + route.path(), http -> serve(route, http));
            if (!route.changes()) {
                // Javalin would answer HEAD without authorization.
                config.addHttpHandler(HandlerType.HEAD, ROOT + route.path(), http -> send(head(route, http), http));
            }
        }
        config.exception(
                HttpResponseException.class,
                (error, http) -> send(faults.of(error).answer(), http));
    }

    /** The media type in a header, without its parameters. */
    static String mediaType(@Nullable String header) {
        return header == null ? "" : header.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private void serve(Route route, Context http) {
        RouteResponse answer = answer(route, http);
        if (answer.status() < HttpStatus.BAD_REQUEST.getCode()
                && route.terms().lane() == Lane.ORDINARY
                && http.attribute(Turns.ARRIVED) instanceof Long arrived) {
            told.in(route, System.nanoTime() - arrived);
        }
        send(answer, http.header("Yieldline-Time", plantTime.get().toString()));
    }

    private RouteResponse answer(Route route, Context http) {
        try {
            Identity identity = gate.admit(route, http);
            Request request = new Request(route, http, identity, values(route, http));
            return route.terms().steady() && !request.wantsFile() && !request.readsSnapshot()
                    ? answers.get(
                            key(route, request), () -> answered(route, request).packed())
                    : answered(route, request);
        } catch (Problem e) {
            return e.answer();
        } catch (UserError e) {
            return faults.of(e).answer();
        } catch (HttpResponseException e) {
            return faults.of(e).answer();
        } catch (RuntimeException | StackOverflowError e) {
            return faults.of(e, http).answer();
        }
    }

    private static RouteResponse answered(Route route, Request request) {
        try {
            return route.handler().answer(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cache key of a response, in addition to the database version. */
    private static String key(Route route, Request request) {
        return route.path() + " " + request.wantsCsv() + " " + request.values().fingerprint();
    }

    private RouteResponse head(Route route, Context http) {
        return route.gives().contains(RouteResponse.EVENTS)
                ? new Problem(405, "events do not support HEAD; use GET").answer()
                : answer(route, http);
    }

    private static Values values(Route route, Context http) {
        String type = mediaType(http.contentType());
        if (!route.takes().isEmpty() && !route.takes().contains(type)) {
            throw new Problem(415, "send the body as " + String.join(" or ", route.takes()));
        }
        Map<String, List<String>> texts = new LinkedHashMap<>(http.queryParamMap());
        http.pathParamMap().forEach((name, value) -> texts.put(name, List.of(value)));
        @Nullable
        JsonNode body =
                route.hasFields() && type.equals(RouteResponse.JSON) ? Json.read(Request.body(route, http)) : null;
        return Values.of(known(route, type), texts, body);
    }

    /** A body of another media type has no required fields. */
    private static List<Parameter> known(Route route, String type) {
        List<Parameter> known = new ArrayList<>(route.parameters());
        if (!type.equals(RouteResponse.JSON)) {
            known.removeIf(each -> each.in() == Parameter.In.BODY);
        }
        return known;
    }

    static void send(RouteResponse answer, Context http) {
        http.status(answer.status());
        answer.headers().forEach(http::header);
        if (answer.stream() != null) {
            http.contentType(answer.type()).disableCompression();
            stream(answer.stream(), http);
        } else if (answer.spool() != null) {
            Sending.file(answer.spool(), http);
        } else if (answer.body().length > 0) {
            sendWhole(answer, http);
        }
    }

    private static void stream(RouteResponse.Stream stream, Context http) {
        try {
            stream.write(http.outputStream());
        } catch (IOException e) {
            // The client disconnected, or the server is stopping: nobody receives the response.
        }
    }

    /** Returns 304 for unchanged content. */
    private static void sendWhole(RouteResponse answer, Context http) {
        if (answer.status() == 200 && isRead(http)) {
            String tag = answer.tag();
            http.header("ETag", tag);
            if (tag.equals(http.header("If-None-Match"))) {
                http.removeHeader("Content-Encoding").status(304);
                return;
            }
        }
        http.contentType(answer.type());
        if (answer.isPacked()) {
            Sending.packed(answer.body(), http);
        } else {
            Sending.plain(answer.body(), http);
        }
    }

    private static boolean isRead(Context http) {
        return http.method().equals(HandlerType.GET) || http.method().equals(HandlerType.HEAD);
    }

    /** Learns how long answers took: from the arrival of the request until its answer could be sent. Refusals are not told. */
    interface Answered {
        void in(Route route, long nanos);
    }
}
