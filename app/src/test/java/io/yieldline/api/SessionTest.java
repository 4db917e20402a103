package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.TokenScope;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in, staying logged in, and everything that ends it. */
class SessionTest {
    private static final String NEW = "another long password";

    @TempDir
    Path temp;

    private ServedPlant plant;

    @BeforeEach
    void serve() {
        plant = ServedPlant.on(temp);
        plant.user("ann", Role.OPERATOR);
    }

    @AfterEach
    void stop() {
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    @Test
    void firstPassword_isInAFile_opensNothingElse_andGoesWhenChanged() throws IOException {
        Path file = plant.home().adminPasswordFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).strip();

        String cookie = plant.logIn("admin", password);

        assertThat(file).exists();
        assertThat(plant.get("/me", "Cookie", cookie).text()).contains("\"must_change\":true");
        assertThat(plant.get("/users", "Cookie", cookie).detail())
                .isEqualTo("change your password first: PUT /api/v1/me/password");
        assertThat(change(cookie, password, "short").detail())
                .isEqualTo("a password has 12 to 256 characters; choose another one");
        for (String easy : List.of("aaaaaaaaaaaaaaaa", "password1234", "Qwertyuiop12", "yieldline123")) {
            assertThat(change(cookie, password, easy).detail())
                    .isEqualTo(
                            "that password is too easy to guess: many people use it or one like it; choose four words or"
                                    + " more that do not belong together, or random characters");
        }
        assertThat(change(cookie, password, password).detail())
                .isEqualTo("the new password equals the current one; choose another one");
        assertThat(change(cookie, password, NEW).text()).isEqualTo("{\"ended_sessions\":1,\"revoked_tokens\":0}");
        assertThat(file).doesNotExist();
        assertThat(plant.get("/users", "Cookie", cookie).status()).isEqualTo(401);
        assertThat(plant.get("/users", "Cookie", plant.logIn("admin", NEW)).status())
                .isEqualTo(200);
    }

    @Test
    void cookie_isOutOfReachOfScriptsAndOtherSites() {
        Reply reply = logIn("ann", ServedPlant.PASSWORD);

        assertThat(reply.header("Set-Cookie"))
                .matches("yieldline_session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict");
        assertThat(new SessionCookie(true).holding("x"))
                .isEqualTo("__Host-yieldline_session=x; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict; Secure");
        List<String> kept = plant.warehouse().read(session -> session.texts("select hash from login_session"));
        assertThat(kept)
                .noneMatch(hash -> reply.header("Set-Cookie").contains(hash))
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void whoIsLoggedIn_isToldToAnybody_withoutARefusal() {
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);

        assertThat(plant.get("/session").text()).isEqualTo("{\"user\":null}");
        assertThat(plant.get("/session", "Cookie", "yieldline_session=nonsense").text())
                .isEqualTo("{\"user\":null}");
        assertThat(plant.get("/session", "Cookie", cookie).text())
                .isEqualTo("{\"user\":\"ann\",\"role\":\"operator\",\"must_change\":false}");
    }

    @Test
    void session_endsAfterEightIdleHours() {
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);
        plant.later(Duration.ofHours(7));
        assertThat(me(cookie)).isEqualTo(200);
        plant.settle();
        plant.later(Duration.ofHours(7));
        assertThat(me(cookie)).isEqualTo(200);
        plant.later(Duration.ofHours(8));
        assertThat(me(cookie)).isEqualTo(401);
    }

    @Test
    void session_endsAfterADay() {
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);
        for (int i = 0; i < 3; i++) {
            plant.later(Duration.ofHours(7));
            assertThat(me(cookie)).isEqualTo(200);
        }
        plant.later(Duration.ofHours(3));
        assertThat(me(cookie)).isEqualTo(401);
    }

    @Test
    void session_endsWithLogout() {
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);

        Reply out = plant.send(
                "DELETE", "/session", BodyPublishers.noBody(), "Cookie", cookie, "X-Requested-With", "yieldline");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(me(cookie)).isEqualTo(401);
    }

    @Test
    void session_endsWithAnotherRoleOrPassword_andWithItsUser() {
        Actor actor = new Actor("test", "test");
        String first = plant.logIn("ann", ServedPlant.PASSWORD);
        plant.users().changeRole("ann", Role.VIEWER, actor);
        assertThat(me(first)).isEqualTo(401);

        String second = plant.logIn("ann", ServedPlant.PASSWORD);
        plant.users().changePassword("ann", NEW, actor);
        assertThat(me(second)).isEqualTo(401);

        String third = plant.logIn("ann", NEW);
        String token = plant.tokens().create("ann", "test", TokenScope.READ, 1, actor);
        plant.users().remove("ann", actor);
        assertThat(me(third)).isEqualTo(401);
        assertThat(plant.get("/me", "Authorization", "Bearer " + token).status())
                .isEqualTo(401);
    }

    @Test
    void login_makesANewSession() {
        String first = plant.logIn("ann", ServedPlant.PASSWORD);
        Reply again = plant.post(
                "/session", "{\"user\":\"ann\",\"password\":\"" + ServedPlant.PASSWORD + "\"}", "Cookie", first);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Set-Cookie")).doesNotStartWith(first);
        assertThat(me(first)).isEqualTo(401);
    }

    @Test
    void token_opensAsMuchAsItsScopeAndItsUser() {
        Actor actor = new Actor("test", "test");
        String read = plant.tokens().create("ann", "r", TokenScope.READ, 1, actor);
        String all = plant.tokens().create("ann", "a", TokenScope.ADMIN, 1, actor);

        assertThat(read).matches("ya_[A-Za-z0-9_-]{43}");
        assertThat(role(read)).isEqualTo("analyst");
        assertThat(role(all)).isEqualTo("operator");
        assertThat(plant.get("/me?token=" + all).status()).isEqualTo(401);
        assertThat(plant.get("/me", "Authorization", "Bearer ya_nonsense").detail())
                .isEqualTo("the token is unknown, revoked or expired");
        assertThat(plant.post("/tokens", "{\"title\":\"x\"}", "Authorization", "Bearer " + all)
                        .status())
                .isEqualTo(403);
        plant.later(Duration.ofDays(1));
        assertThat(plant.get("/me", "Authorization", "Bearer " + all).status()).isEqualTo(401);
    }

    @Test
    void aNewPassword_revokesTheTokens_andSaysSo() {
        Actor actor = new Actor("test", "test");
        String own = plant.tokens().create("ann", "own", TokenScope.READ, 1, actor);
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);
        assertThat(change(cookie, ServedPlant.PASSWORD, NEW).text())
                .isEqualTo("{\"ended_sessions\":1,\"revoked_tokens\":1}");
        assertThat(plant.get("/me", "Authorization", "Bearer " + own).status()).isEqualTo(401);

        String again = plant.tokens().create("ann", "again", TokenScope.READ, 1, actor);
        plant.user("eve", Role.ADMIN);
        String[] eve = {"Cookie", plant.logIn("eve", ServedPlant.PASSWORD), "X-Requested-With", "yieldline"};
        Reply reset = plant.post("/users/ann/password", "", eve);

        assertThat(reset.text())
                .matches("\\{\"name\":\"ann\",\"password\":\"[A-Za-z0-9_-]{20}\",\"must_change\":true,"
                        + "\"ended_sessions\":0,\"revoked_tokens\":1}");
        assertThat(plant.get("/me", "Authorization", "Bearer " + again).status())
                .isEqualTo(401);
        assertThat(plant.audit().latest(1, 0).rows().get(0))
                .contains("eve", "change password", "ann", "0 sessions ended, 1 token revoked");
    }

    @Test
    void noToken_managesUsersPasswordsOrTokens() {
        String[] token = plant.as(Role.ADMIN);
        List<Reply> replies = List.of(
                plant.post("/users", "{\"name\":\"x\",\"role\":\"admin\"}", token),
                plant.put("/users/ann/role", "{\"role\":\"admin\"}", token),
                plant.post("/users/ann/password", "", token),
                plant.send("DELETE", "/users/ann", BodyPublishers.noBody(), token),
                plant.put("/me/password", "{\"password\":\"x\",\"new_password\":\"y\"}", token),
                plant.post("/tokens", "{\"title\":\"x\"}", token));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(403))
                .extracting(Reply::detail)
                .containsOnly("a token cannot do this, so that a stolen one cannot open the plant for good; log in,"
                        + " or use the commands yieldline users and yieldline tokens");
        assertThat(plant.users().find("ann").orElseThrow().role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void ownToken_isMadeAndRevoked_butNotAnothers() {
        plant.user("bob", Role.OPERATOR);
        String ann = plant.logIn("ann", ServedPlant.PASSWORD);
        String bob = plant.logIn("bob", ServedPlant.PASSWORD);
        String[] asAnn = {"Cookie", ann, "X-Requested-With", "yieldline"};
        String[] asBob = {"Cookie", bob, "X-Requested-With", "yieldline"};

        String token = plant.post("/tokens", "{\"title\":\"script\",\"scope\":\"ingest\"}", asAnn)
                .json()
                .path("token")
                .asString();

        assertThat(role(token)).isEqualTo("operator");
        assertThat(plant.get("/tokens", asBob).text()).isEqualTo("[]");
        assertThat(plant.get("/tokens", asAnn).text()).contains("script").doesNotContain(token);
        assertThat(delete("/tokens/1", asBob)).isEqualTo(400);
        assertThat(delete("/tokens/1", asAnn)).isEqualTo(204);
        assertThat(plant.get("/me", "Authorization", "Bearer " + token).status())
                .isEqualTo(401);
    }

    @Test
    void lastAdmin_stays() {
        Actor actor = new Actor("test", "test");
        for (Runnable change : List.<Runnable>of(
                () -> plant.users().remove("admin", actor),
                () -> plant.users().changeRole("admin", Role.VIEWER, actor))) {
            assertThatThrownBy(change::run)
                    .isInstanceOf(UserError.class)
                    .hasMessage("admin is the last admin; make another user admin first");
        }
    }

    private Reply logIn(String user, String password) {
        return plant.post("/session", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }

    private Reply change(String cookie, String old, String fresh) {
        return plant.put(
                "/me/password",
                "{\"password\":\"" + old + "\",\"new_password\":\"" + fresh + "\"}",
                "Cookie",
                cookie,
                "X-Requested-With",
                "yieldline");
    }

    private int delete(String path, String... headers) {
        return plant.send("DELETE", path, BodyPublishers.noBody(), headers).status();
    }

    private int me(String cookie) {
        return plant.get("/me", "Cookie", cookie).status();
    }

    private String role(String token) {
        return plant.get("/me", "Authorization", "Bearer " + token)
                .json()
                .path("role")
                .asString();
    }
}
