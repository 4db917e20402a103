package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every route is asked by every role on the running server; the routes are those of the server itself. */
class RoleMatrixTest {
    @TempDir
    static Path temp;

    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static ServedPlant plant;

    @BeforeAll
    static void serve() {
        plant = ServedPlant.on(temp);
        Stream.of(Role.VIEWER, Role.ANALYST, Role.OPERATOR, Role.ADMIN)
                .forEach(role -> TOKENS.put(role, plant.token(role)));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteIsClosedToLesserRoles() {
        return plant.routes().stream()
                .flatMap(route -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                route.method().name() + " " + route.path() + " by " + role.word(),
                                () -> ask(route, role))));
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerHasTheSecurityHeaders() {
        return plant.routes().stream()
                .flatMap(route -> Stream.of(Role.ANYONE, Role.ADMIN)
                        .map(role -> DynamicTest.dynamicTest(
                                route.method().name() + " " + route.path() + " by " + role.word(),
                                () -> SecurityTest.assertHeaders(send(route, role)))));
    }

    @TestFactory
    Stream<DynamicTest> headIsNoWayAroundTheGate() {
        return plant.routes().stream()
                .filter(route -> !route.changes() && route.role() != Role.ANYONE)
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                    String path = route.path().replaceAll("\\{\\w+}", "none");
                    assertThat(plant.send("HEAD", path, BodyPublishers.noBody()).status())
                            .isIn(401, 405);
                }));
    }

    @Test
    void nothingWentWrongInTheServer() {
        plant.routes().forEach(route -> send(route, Role.ADMIN));
        assertThat(plant.failures()).isEmpty();
    }

    private static void ask(Route route, Role role) {
        Reply reply = send(route, role);
        if (role.covers(route.role())) {
            assertThat(reply.status()).isNotEqualTo(401).isLessThan(500);
            assertThat(reply.text()).doesNotContain("this asks for the role");
        } else if (role == Role.ANYONE) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.detail()).isEqualTo("log in, or send a token");
        } else {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.detail())
                    .startsWith("this needs the role " + route.role().word());
        }
    }

    /** A request that passes the gate and then asks for something that is not there. */
    private static Reply send(Route route, Role role) {
        String[] none = {};
        return plant.send(
                route.method().name(),
                route.path().replaceAll("\\{\\w+}", "none"),
                BodyPublishers.noBody(),
                role == Role.ANYONE ? none : new String[] {"Authorization", "Bearer " + TOKENS.get(role)});
    }
}
