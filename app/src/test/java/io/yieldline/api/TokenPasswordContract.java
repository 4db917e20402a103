package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token is the password of programs that read, and only programs are asked for one. */
abstract class TokenPasswordContract extends ServedContract {
    private static final String MART = "/marts/station_yield_daily";

    TokenPasswordContract() {
        super(Role.VIEWER);
    }

    @Test
    void tokenIsAPassword_forReading() {
        String token = plant.token(Role.OPERATOR);

        for (String user : List.of("", "operator-token", "anybody")) {
            assertThat(plant.get(MART + "?format=csv", basic(user, token)).status())
                    .as(user)
                    .isEqualTo(200);
        }
        assertThat(plant.get("/status", basic("", token)).status()).isEqualTo(200);
        Reply change = plant.post(
                "/operations/aggregate", "{}", ServedPlant.with(basic("", token), "Idempotency-Key", "12345678"));
        assertThat(change.status()).isEqualTo(403);
        assertThat(change.detail())
                .isEqualTo(
                        "Basic authentication only reads; send the token in the header Authorization: Bearer ya_...");
        assertThat(plant.get("/audit", basic("", plant.token(Role.VIEWER))).status())
                .as("no more than the role of the user")
                .isEqualTo(403);
    }

    @Test
    void passwordOfAUser_isNoToken() {
        plant.user("ann", Role.VIEWER);

        for (String[] wrong : List.of(
                basic("ann", ServedPlant.PASSWORD),
                basic("ann", ""),
                new String[] {"Authorization", "Basic !"},
                new String[] {"Authorization", "Basic YQ=="})) {
            Reply reply = plant.get(MART + "?format=csv", wrong);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.detail())
                    .isEqualTo("with Basic authentication the password is an API token (ya_...),"
                            + " not the password of a user");
        }
        assertThat(plant.get(MART, basic("ann", "ya_unknown")).detail())
                .isEqualTo("the token is unknown, revoked or expired");
    }

    @Test
    void programIsAskedForAPassword_aBrowserNever() {
        assertThat(challenge(MART + "?format=csv"))
                .isEqualTo("Basic realm=\"yieldline\", charset=\"UTF-8\", Bearer realm=\"yieldline\"");
        assertThat(challenge(MART, basic("", "ya_unknown"))).startsWith("Basic ");
        for (String[] browser : List.of(
                new String[] {"User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140"},
                new String[] {"Sec-Fetch-Mode", "navigate"},
                new String[] {"X-Requested-With", "yieldline"},
                new String[] {"Cookie", "yieldline_session=ended"})) {
            assertThat(challenge(MART + "?format=csv", browser)).isEqualTo("Bearer realm=\"yieldline\"");
        }
        plant.routes().stream()
                .filter(route -> route.role() != Role.ANYONE && !route.givesFiles())
                .forEach(route -> assertThat(plant.send(
                                        route.method().name(),
                                        route.path().replaceAll("\\{\\w+}", "1"),
                                        BodyPublishers.noBody())
                                .header("WWW-Authenticate"))
                        .as(route.path())
                        .isEqualTo("Bearer realm=\"yieldline\""));
    }

    private String challenge(String path, String... headers) {
        Reply reply = plant.get(path, headers);
        assertThat(reply.status()).isEqualTo(401);
        return reply.header("WWW-Authenticate");
    }

    private static String[] basic(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new String[] {"Authorization", "Basic " + pair};
    }
}
