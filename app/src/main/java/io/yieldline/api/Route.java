package io.yieldline.api;

import io.javalin.http.HandlerType;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A route of the API: how it is asked, by whom, and what answers. The server, its documentation and its tests are made from the
 * same routes.
 *
 * @param path below {@link Routes#ROOT}, with {@code {names}} of parameters
 * @param role the least role that may ask
 * @param takes the media types of bodies that it reads; empty for none
 * @param gives the media types that it answers with, the usual one first
 * @param steady whether the answer is the same for the same parameters until the database changes, whoever asks and when
 * @param summary what it does, in one line
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

    /** Answers a request that was checked. */
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

    /** With these parameters too; one that stands in the body makes it a JSON body. */
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

    /** Reading bodies of these media types too. */
    Route taking(String... types) {
        List<String> all = new ArrayList<>(takes);
        all.addAll(List.of(types));
        return new Route(method, path, role, parameters, List.copyOf(all), gives, steady, summary, handler);
    }

    /** Answering with these media types. */
    Route giving(String... types) {
        return new Route(method, path, role, parameters, takes, List.of(types), steady, summary, handler);
    }

    /** Answered from what was read before, until the database changes. */
    Route untilSomethingChanges() {
        return new Route(method, path, role, parameters, takes, gives, true, summary, handler);
    }

    /** Whether it changes something, so that no other page may make a browser ask it. */
    boolean changes() {
        return !method.equals(HandlerType.GET);
    }

    boolean hasFields() {
        return parameters.stream().anyMatch(each -> each.in() == Parameter.In.BODY);
    }
}
