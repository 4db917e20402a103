package io.yieldline.api;

import io.yieldline.api.auth.ApiTokens;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.Identity;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Sessions;
import io.yieldline.api.auth.TokenScope;
import io.yieldline.api.auth.Users;
import io.yieldline.warehouse.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions, users, tokens and audit trail. */
final class AccountRoutes {
    /** The routes that are allowed before an initial password is changed. */
    static final Set<String> OPEN_WITH_FIRST_PASSWORD = Set.of("/session", "/me", "/me/password");

    private static final Parameter USER = Parameter.path("user", "the name of a user");
    private static final Parameter ROLE =
            Parameter.word("role", "the role of the user", Role.words()).inBody();

    private final Login login;
    private final Users users;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Audit audit;
    private final SessionCookie cookie;

    AccountRoutes(Login login, Users users, Sessions sessions, ApiTokens tokens, Audit audit, SessionCookie cookie) {
        this.login = login;
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.cookie = cookie;
    }

    List<Route> routes() {
        return Stream.of(ofSessions(), ofUsers(), ofTokensAndAudit())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> ofSessions() {
        return List.of(
                Route.post("/session", Role.ANYONE, "Log in.", this::logIn)
                        .with(
                                Parameter.text("user", "the name of the user")
                                        .inBody()
                                        .needed(),
                                Parameter.text("password", "the password")
                                        .inBody()
                                        .needed())
                        .in(Lane.PASSWORDS),
                Route.get("/session", Role.ANYONE, "Show the current session, if any.", this::session),
                Route.delete("/session", Role.VIEWER, "Log out.", this::logOut),
                Route.get(
                        "/me",
                        Role.VIEWER,
                        "Show the current user.",
                        request -> RouteResponse.json(me(request.identity()))),
                Route.put(
                                "/me/password",
                                Role.VIEWER,
                                "Change your password; ends all your sessions and revokes all your tokens.",
                                this::password)
                        .with(
                                Parameter.text("password", "the current password")
                                        .inBody()
                                        .needed(),
                                Parameter.text("new_password", "12 to 256 characters")
                                        .inBody()
                                        .needed())
                        .in(Lane.PASSWORDS)
                        .byLogin());
    }

    private List<Route> ofUsers() {
        return List.of(
                Route.get("/users", Role.ADMIN, "List the users.", request -> RouteResponse.json(users.list()))
                        .rowsAsCsvToo("users"),
                Route.post("/users", Role.ADMIN, "Add a user; returns an initial password.", this::add)
                        .with(
                                Parameter.text("name", "the name of the user")
                                        .inBody()
                                        .needed(),
                                ROLE.needed())
                        .in(Lane.PASSWORDS)
                        .byLogin(),
                Route.put(
                                "/users/{user}/role",
                                Role.ADMIN,
                                "Change the role of a user; ends the user's sessions.",
                                this::role)
                        .with(USER, ROLE.needed())
                        .byLogin(),
                Route.post(
                                "/users/{user}/password",
                                Role.ADMIN,
                                "Reset the password of a user, end the user's sessions and revoke the user's tokens;"
                                        + " returns an initial password.",
                                this::reset)
                        .with(USER)
                        .in(Lane.PASSWORDS)
                        .byLogin(),
                Route.delete("/users/{user}", Role.ADMIN, "Remove a user.", this::remove)
                        .with(USER)
                        .byLogin());
    }

    private List<Route> ofTokensAndAudit() {
        return List.of(
                Route.get("/tokens", Role.VIEWER, "List your tokens; admins: all tokens.", this::tokens)
                        .rowsAsCsvToo("tokens"),
                Route.post("/tokens", Role.VIEWER, "Create a token for yourself; it is shown once.", this::token)
                        .with(
                                Parameter.text("title", "purpose")
                                        .characters(100)
                                        .inBody()
                                        .needed(),
                                Parameter.word("scope", "read (default), ingest, admin or wall", TokenScope.words())
                                        .inBody(),
                                Parameter.number("days", "validity in days (default: 90; wall: until revoked)", 1, 366)
                                        .inBody())
                        .byLogin(),
                Route.delete(
                                "/tokens/{token}",
                                Role.VIEWER,
                                "Revoke one of your tokens; admins: any token.",
                                this::revoke)
                        .with(Parameter.path("token", "the number of a token")),
                Route.get("/audit", Role.ADMIN, "Show the audit trail, latest first.", this::audit)
                        .with(Paging.PARAMETERS)
                        .rowsAsCsvToo("audit"));
    }

    private RouteResponse logIn(Request request) {
        String before = request.cookie(cookie.name()).orElse(null);
        String secret = login.open(
                request.values().required("user"), request.values().required("password"), before, request.address());
        return RouteResponse.json(me(sessions.find(secret).orElseThrow())).with("Set-Cookie", cookie.holding(secret));
    }

    /** Browsers log every 401 as an error, so a page that only asks for the session gets 200. */
    private RouteResponse session(Request request) {
        boolean nobody = request.identity() == Identity.ANYBODY;
        return RouteResponse.json(nobody ? Json.object("user", null) : me(request.identity()));
    }

    private RouteResponse logOut(Request request) {
        if (request.identity().browser()) {
            sessions.close(request.identity(), audit, request.actor());
        }
        return RouteResponse.nothing().with("Set-Cookie", cookie.gone());
    }

    private RouteResponse password(Request request) {
        Users.Changed changed = login.changePassword(
                request.identity(),
                request.values().required("password"),
                request.values().required("new_password"),
                request.address());
        return RouteResponse.json(ended(changed)).with("Set-Cookie", cookie.gone());
    }

    private RouteResponse add(Request request) {
        String name = request.values().required("name");
        Optional<String> password = users.add(name, Role.of(request.values().required("role")), null, request.actor());
        return RouteResponse.json(201, made(name, password));
    }

    private RouteResponse role(Request request) {
        users.changeRole(
                request.values().required("user"), Role.of(request.values().required("role")), request.actor());
        return RouteResponse.nothing();
    }

    private RouteResponse reset(Request request) {
        String name = request.values().required("user");
        Users.Changed changed = login.resetPassword(name, request.actor());
        Map<String, @Nullable Object> json = made(name, changed.generated());
        json.putAll(ended(changed));
        return RouteResponse.json(json);
    }

    private RouteResponse remove(Request request) {
        users.remove(request.values().required("user"), request.actor());
        return RouteResponse.nothing();
    }

    private static Map<String, @Nullable Object> made(String name, Optional<String> password) {
        return Json.object("name", name, "password", password.orElseThrow(), "must_change", true);
    }

    private static Map<String, @Nullable Object> ended(Users.Changed changed) {
        return Json.object("ended_sessions", changed.sessions(), "revoked_tokens", changed.tokens());
    }

    private RouteResponse tokens(Request request) {
        Identity identity = request.identity();
        return RouteResponse.json(tokens.list(identity.role() == Role.ADMIN ? null : identity.user()));
    }

    private RouteResponse token(Request request) {
        TokenScope scope = TokenScope.of(request.values().text("scope").orElse("read"));
        String token = tokens.create(
                request.identity().user(),
                request.values().required("title"),
                scope,
                request.values().number("days").orElse(90L).intValue(),
                request.actor());
        return RouteResponse.json(201, Json.object("token", token, "scope", scope.word()));
    }

    private RouteResponse revoke(Request request) {
        String number = request.values().required("token");
        Identity identity = request.identity();
        tokens.revoke(
                number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1,
                identity.role() == Role.ADMIN ? null : identity.user(),
                request.actor());
        return RouteResponse.nothing();
    }

    private RouteResponse audit(Request request) {
        Paging page = Paging.of(request);
        Table entries = audit.latest((int) page.limit(), (int) page.offset());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("zone", "UTC");
        json.put("total", audit.count());
        json.put("limit", page.limit());
        json.put("offset", page.offset());
        json.put("flaw", audit.flaw().orElse(null));
        json.put("rows", entries);
        return RouteResponse.json(json);
    }

    private static Map<String, @Nullable Object> me(Identity identity) {
        return Json.object(
                "user", identity.user(),
                "role", identity.role().word(),
                "must_change", identity.mustChange());
    }
}
