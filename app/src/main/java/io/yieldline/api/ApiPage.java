package io.yieldline.api;

import java.util.List;
import java.util.stream.Collectors;

/** The routes as a page to read: no scripts, and nothing from elsewhere. */
final class ApiPage {
    private final List<Route> routes;

    ApiPage(List<Route> routes) {
        this.routes = routes;
    }

    String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Yieldline API</title></head>
                <body>
                <h1>Yieldline API</h1>
                <p>Errors are <code>application/problem+json</code>. The same for programs:
                <a href="%s/openapi.json">openapi.json</a>.</p>
                %s
                </body>
                </html>
                """.formatted(Routes.ROOT, routes.stream().map(ApiPage::section).collect(Collectors.joining("\n")));
    }

    private static String section(Route route) {
        return "<h2><code>" + route.method().name() + " " + escaped(Routes.ROOT + route.path()) + "</code></h2>\n<p>"
                + escaped(route.summary()) + " Role: " + route.role().word() + "." + takes(route) + "</p>\n"
                + parameters(route);
    }

    private static String takes(Route route) {
        return route.takes().isEmpty() ? "" : " Body: " + escaped(String.join(" or ", route.takes())) + ".";
    }

    private static String parameters(Route route) {
        return route.parameters().isEmpty()
                ? ""
                : "<table border=\"1\"><tr><th>parameter</th><th>in</th><th>type</th><th></th><th>meaning</th></tr>\n"
                        + route.parameters().stream().map(ApiPage::row).collect(Collectors.joining("\n"))
                        + "\n</table>";
    }

    private static String row(Parameter parameter) {
        return "<tr><td><code>" + escaped(parameter.name()) + "</code></td><td>" + lower(parameter.in()) + "</td><td>"
                + lower(parameter.type()) + "</td><td>" + (parameter.required() ? "required" : "")
                + (parameter.many() ? " repeatable" : "") + "</td><td>" + escaped(parameter.description())
                + "</td></tr>";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
