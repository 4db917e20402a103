package io.yieldline.api;

import io.yieldline.api.auth.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI 3.1 document, generated from the routes. */
final class OpenApi {
    /** A form with one file; the part may have any name. */
    private static final Map<String, Object> FILE =
            Map.of("type", "object", "properties", Map.of("file", Map.of("type", "string", "format", "binary")));

    private final List<Route> routes;

    OpenApi(List<Route> routes) {
        this.routes = routes;
    }

    Map<String, Object> document() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(Routes.ROOT + route.path(), any -> new LinkedHashMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered("title", "Yieldline", "version", "1", "description", "Numbers and operations of the plant."),
                "paths",
                paths,
                "components",
                ordered("schemas", ordered("Problem", problem()), "securitySchemes", schemes()));
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = ordered(
                "operationId",
                id(route),
                "tags",
                List.of(route.path().split("/")[1]),
                "summary",
                route.summary(),
                "x-role",
                route.role().word(),
                "security",
                security(route),
                "parameters",
                parameters(route));
        if (!route.takes().isEmpty()) {
            operation.put("requestBody", ordered("required", true, "content", bodies(route)));
        }
        operation.put("responses", responses(route));
        return operation;
    }

    private static List<Object> security(Route route) {
        Map<String, Object> session = Map.of("session", List.of());
        Map<String, Object> token = Map.of("token", List.of());
        if (route.role() == Role.ANYONE) {
            return List.of();
        }
        if (route.terms().byLogin()) {
            return List.of(session);
        }
        return route.changes() ? List.of(token, session) : List.of(token, Map.of("password", List.of()), session);
    }

    private static String id(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT)
                + route.path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static List<Object> parameters(Route route) {
        List<Object> all = new ArrayList<>();
        for (Parameter parameter : route.parameters()) {
            if (parameter.in() != Parameter.In.BODY) {
                all.add(ordered(
                        "name",
                        parameter.name(),
                        "in",
                        parameter.in().name().toLowerCase(Locale.ROOT),
                        "required",
                        parameter.required(),
                        "description",
                        parameter.description(),
                        "schema",
                        parameter.schema()));
            }
        }
        return all;
    }

    private static Map<String, Object> bodies(Route route) {
        Map<String, Object> bodies = new LinkedHashMap<>();
        for (String type : route.takes()) {
            bodies.put(
                    type,
                    switch (type) {
                        case RouteResponse.JSON -> ordered("schema", fields(route));
                        case FormFile.TYPE -> ordered("schema", FILE);
                        default -> Map.of();
                    });
        }
        return bodies;
    }

    private static Map<String, Object> fields(Route route) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Parameter parameter : route.parameters()) {
            if (parameter.in() == Parameter.In.BODY) {
                Map<String, Object> schema = new LinkedHashMap<>(parameter.schema());
                schema.put("description", parameter.description());
                fields.put(parameter.name(), schema);
                if (parameter.required()) {
                    required.add(parameter.name());
                }
            }
        }
        return ordered("type", "object", "properties", fields, "required", required, "additionalProperties", false);
    }

    private static Map<String, Object> responses(Route route) {
        Map<String, Object> content = new LinkedHashMap<>();
        route.gives().forEach(type -> content.put(type, Map.of()));
        Map<String, Object> responses = ordered("2XX", ordered("description", "The response", "content", content));
        if (!route.takes().isEmpty()) {
            responses.put("408", error("The body arrives too slowly"));
            responses.put("413", error("The body is too large"));
        }
        responses.put("503", busy());
        responses.put("default", error("The error"));
        return responses;
    }

    private static Map<String, Object> busy() {
        Map<String, Object> busy = error("The server is busy; nothing was changed");
        busy.put(
                "headers",
                Map.of("Retry-After", ordered("description", "seconds", "schema", Map.of("type", "integer"))));
        return busy;
    }

    private static Map<String, Object> error(String description) {
        return ordered(
                "description",
                description,
                "content",
                Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        return ordered(
                "type",
                "object",
                "description",
                "RFC 9457; error_id refers to the server log",
                "properties",
                ordered(
                        "type", text,
                        "title", text,
                        "status", Map.of("type", "integer"),
                        "detail", text,
                        "parameter", text,
                        "known", Map.of("type", "array", "items", text),
                        "error_id", text),
                "required",
                List.of("type", "title", "status", "detail"));
    }

    private static Map<String, Object> schemes() {
        return ordered(
                "token",
                ordered("type", "http", "scheme", "bearer", "description", "an API token, ya_..."),
                "password",
                ordered("type", "http", "scheme", "basic", "description", "an API token as password, to read only"),
                "session",
                ordered("type", "apiKey", "in", "cookie", "name", "yieldline_session"));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
