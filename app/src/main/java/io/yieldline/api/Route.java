package io.yieldline.api;

import io.javalin.http.HandlerType;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A route of the API: request, role and handler. Server, documentation and tests are generated from the
 * same routes.
 *
 * @param path below {@link Routes#ROOT}, with {@code {names}} of parameters
 * @param role minimum role
 * @param takes accepted media types of the body; empty for none
 * @param gives media types of the response, default first
 * @param steady whether the response depends only on the parameters and the database, so that it can be cached
 * @param summary description, in one line
 */
record Route(
        HandlerType method,
        String path,
        Role role,
        List<Parameter> parameters,
        List<String> takes,
        List<String> gives,
        boolean steady,
        String summary,
        Handler handler) {

    /** Handles a valid request. */
    @FunctionalInterface
    interface Handler {
        RouteResponse answer(Request request) throws IOException;
    }

    static Route get(String path, Role role, String summary, Handler handler) {
        return of(HandlerType.GET, path, role, summary, handler);
    }

    static Route post(String path, Role role, String summary, Handler handler) {
        return of(HandlerType.POST, path, role, summary, handler);
    }

    static Route put(String path, Role role, String summary, Handler handler) {
        return of(HandlerType.PUT, path, role, summary, handler);
    }

    static Route delete(String path, Role role, String summary, Handler handler) {
        return of(HandlerType.DELETE, path, role, summary, handler);
    }

    private static Route of(HandlerType method, String path, Role role, String summary, Handler handler) {
        return new Route(
                method, path, role, List.of(), List.of(), List.of(RouteResponse.JSON), false, summary, handler);
    }

    /** With additional parameters; a body parameter makes it a JSON body. */
    Route with(Parameter... more) {
        return with(List.of(more));
    }

    Route with(List<Parameter> more) {
        List<Parameter> all = Stream.concat(parameters.stream(), more.stream()).toList();
        boolean body = all.stream().anyMatch(each -> each.in() == Parameter.In.BODY);
        return new Route(
                method,
                path,
                role,
                all,
                body && takes.isEmpty() ? List.of(RouteResponse.JSON) : takes,
                gives,
                steady,
                summary,
                handler);
    }

    /** Also accepts these media types. */
    Route taking(String... types) {
        List<String> all = new ArrayList<>(takes);
        all.addAll(List.of(types));
        return new Route(method, path, role, parameters, List.copyOf(all), gives, steady, summary, handler);
    }

    /** Responds with these media types. */
    Route giving(String... types) {
        return new Route(method, path, role, parameters, takes, List.of(types), steady, summary, handler);
    }

    /** Cached until the database changes. */
    Route awaitChange() {
        return new Route(method, path, role, parameters, takes, gives, true, summary, handler);
    }

    /** Whether it changes data, so that requests from other sites are refused. */
    boolean changes() {
        return !method.equals(HandlerType.GET);
    }

    boolean hasFields() {
        return parameters.stream().anyMatch(each -> each.in() == Parameter.In.BODY);
    }
}
