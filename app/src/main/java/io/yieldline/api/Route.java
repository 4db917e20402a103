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
 * @param summary description, in one line
 */
record Route(
        HandlerType method,
        String path,
        Role role,
        List<Parameter> parameters,
        List<String> takes,
        List<String> gives,
        Terms terms,
        String summary,
        Handler handler) {
    private static final int KILOBYTE = 1_000;

    /** Maximum size of a body that is read before the sender is known. */
    private static final int MOST_SMALL_BYTES = 16 * KILOBYTE;

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
                method, path, role, List.of(), List.of(), List.of(RouteResponse.JSON), Terms.USUAL, summary, handler);
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
                terms,
                summary,
                handler);
    }

    /** Also accepts these media types. */
    Route taking(String... types) {
        List<String> all = new ArrayList<>(takes);
        all.addAll(List.of(types));
        return new Route(method, path, role, parameters, List.copyOf(all), gives, terms, summary, handler);
    }

    /** Responds with these media types. */
    Route giving(String... types) {
        return new Route(method, path, role, parameters, takes, List.of(types), terms, summary, handler);
    }

    /** Also gives the rows of its JSON as CSV, under this file name. */
    Route rowsAsCsvToo(String name) {
        return new Route(method, path, role, parameters, takes, gives, terms, summary, new CsvOfRows(handler, name))
                .with(Paging.FORMAT)
                .giving(RouteResponse.JSON, "text/csv");
    }

    /** Cached until the database changes. */
    Route awaitChange() {
        return on(terms.steadily());
    }

    /** Refused to tokens: a stolen one must not give permanent access. */
    Route byLogin() {
        return on(terms.byLoginOnly());
    }

    /** Processed in a lane of its own. */
    Route in(Lane lane) {
        return on(terms.in(lane));
    }

    /** With a body of so many bytes, which is read after the sender is let in. */
    Route withLargeBody(int mostBytes) {
        return on(terms.in(Lane.LARGE_BODIES).upTo(mostBytes));
    }

    private Route on(Terms other) {
        return new Route(method, path, role, parameters, takes, gives, other, summary, handler);
    }

    /** Whether it changes data, so that requests from other sites are refused. */
    boolean changes() {
        return !method.equals(HandlerType.GET);
    }

    /** The maximum size of a body: as declared, or what the fields can need. */
    int mostBytes() {
        return terms.mostBytes() > 0 ? terms.mostBytes() : neededBytes();
    }

    private int neededBytes() {
        long needed = parameters.stream()
                .filter(each -> each.in() == Parameter.In.BODY)
                .mapToLong(Parameter::mostBytes)
                .sum();
        return takes.isEmpty() ? 0 : (int) Math.min(MOST_SMALL_BYTES, (needed / KILOBYTE + 1) * KILOBYTE);
    }

    /** Whether its rows are files of other programs, too, under an address that stays: see {@link TableDownload}. */
    boolean givesFiles() {
        return method.equals(HandlerType.GET) && gives.contains(RowFormat.PARQUET.mediaType());
    }

    boolean hasFields() {
        return parameters.stream().anyMatch(each -> each.in() == Parameter.In.BODY);
    }
}
