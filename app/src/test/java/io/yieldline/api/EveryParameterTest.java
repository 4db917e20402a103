package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every parameter of every route is given what it cannot be: it is named, and nothing else happens. */
class EveryParameterTest extends ServedSuite {
    private String[] admin;

    @BeforeAll
    void prepare() {
        plant.user("root", Role.ADMIN);
        admin = new String[] {"Cookie", plant.logIn("root", ServedPlant.PASSWORD), "X-Requested-With", "test"};
    }

    @TestFactory
    Stream<DynamicTest> nonsenseIsNamed() {
        return plant.routes().stream()
                .flatMap(route -> route.parameters().stream()
                        .map(parameter -> DynamicTest.dynamicTest(
                                name(route) + " " + parameter.in() + " " + parameter.name(),
                                () -> nonsense(parameter)
                                        .forEach(value -> named(ask(route, parameter, value), parameter.name())))));
    }

    @TestFactory
    Stream<DynamicTest> whatNobodyKnowsIsNamed() {
        return plant.routes().stream()
                .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                    named(send(route, path(route) + "?nonsense=1", "{}"), "nonsense");
                    if (route.hasFields()) {
                        named(send(route, path(route), "{\"nonsense\":1}"), "nonsense");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> bodyThatIsNoObject_isRefused() {
        return plant.routes().stream()
                .filter(Route::hasFields)
                .map(route -> DynamicTest.dynamicTest(
                        name(route),
                        () -> List.of(
                                        "",
                                        "{",
                                        "[]",
                                        "1",
                                        "null",
                                        "\"x\"",
                                        "{\"a\":1}}",
                                        "[".repeat(5_000),
                                        "{\"a\":".repeat(1_500))
                                .forEach(body -> {
                                    Reply reply = send(route, path(route), body);
                                    assertThat(reply.status())
                                            .as(body + ": " + reply)
                                            .isEqualTo(body.length() > route.mostBytes() ? 413 : 400);
                                    assertThat(reply.text())
                                            .doesNotContain("Exception")
                                            .doesNotContain("\"error_id\"");
                                })));
    }

    /** Values of no parameter of its type, as they stand in JSON. */
    private static List<String> nonsense(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT ->
                parameter.words().isEmpty()
                        ? List.of("\"" + "x".repeat((int) parameter.most() + 1) + "\"")
                        : List.of("\"nonsense\"", "7");
            case NUMBER -> List.of("\"x\"", "1.5", "1e9", "-" + Long.MAX_VALUE, "99999999999999999999999999");
            case DAY -> List.of("\"yesterday\"", "\"2025-02-30\"", "20250401");
            case WEEK -> List.of("\"2025-14\"", "\"2025-W54\"", "14");
            case FLAG -> List.of("\"yes\"", "1");
        };
    }

    private Reply ask(Route route, Parameter parameter, String json) {
        String text = URLEncoder.encode(json.replace("\"", ""), StandardCharsets.UTF_8);
        return switch (parameter.in()) {
            case PATH ->
                send(
                        route,
                        route.path().replace("{" + parameter.name() + "}", text).replaceAll("\\{\\w+}", "1"),
                        "{}");
            case QUERY -> send(route, path(route) + "?" + parameter.name() + "=" + text, "{}");
            case BODY -> send(route, path(route), "{\"" + parameter.name() + "\":" + json + "}");
        };
    }

    private Reply send(Route route, String path, String body) {
        return route.takes().isEmpty()
                ? plant.send(route.method().name(), path, BodyPublishers.noBody(), admin)
                : plant.send(
                        route.method().name(),
                        path,
                        BodyPublishers.ofString(body),
                        ServedPlant.with(admin, "Content-Type", route.takes().get(0)));
    }

    private void named(Reply reply, String parameter) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("parameter").asString(""))
                .as(reply.toString())
                .isEqualTo(parameter);
        assertThat(reply.detail()).isNotEmpty().hasSizeLessThan(600);
    }

    private String path(Route route) {
        return route.path().replaceAll("\\{\\w+}", "1");
    }

    private String name(Route route) {
        return route.method().name() + " " + route.path();
    }
}
