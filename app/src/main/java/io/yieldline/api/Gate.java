package io.yieldline.api;

import io.javalin.http.Context;
import io.yieldline.api.auth.ApiTokens;
import io.yieldline.api.auth.Identity;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Sessions;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authorization of all requests. A route with a role is closed unless the request proves that it has the role. */
final class Gate {
    private static final String BASIC_TOO = "Basic realm=\"yieldline\", charset=\"UTF-8\", " + Problem.BEARER;

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SessionCookie cookie;
    private final KnownCallers callers;

    Gate(Sessions sessions, ApiTokens tokens, SessionCookie cookie, KnownCallers callers) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookie = cookie;
        this.callers = callers;
    }

    /** The identity of the sender; throws a problem if not permitted. */
    Identity admit(Route route, Context http) {
        Optional<ShownToken> shown =
                Optional.ofNullable(http.header("Authorization")).flatMap(ShownToken::of);
        Identity identity = identity(route, http, shown);
        if (route.changes()) {
            refuseOtherSites(http);
            refuseBasic(shown);
        }
        if (!identity.role().covers(route.role())) {
            throw identity == Identity.ANYBODY
                    ? unauthorized("log in, or send a token", route, http)
                    : Problem.forbidden("this needs the role " + route.role().word() + "; you have "
                            + identity.role().word());
        }
        if (route.terms().byLogin() && !identity.browser()) {
            throw Problem.forbidden(
                    "a token cannot do this, so that a stolen one cannot open the plant for good; log in,"
                            + " or use the commands yieldline users and yieldline tokens");
        }
        if (identity.mustChange() && !AccountRoutes.OPEN_WITH_FIRST_PASSWORD.contains(route.path())) {
            throw Problem.forbidden("change your password first: PUT " + Routes.ROOT + "/me/password");
        }
        if (route.changes()
                && route.role() != Role.ANYONE
                && identity.browser()
                && blank(http.header("X-Requested-With"))) {
            throw Problem.forbidden(
                    "the header X-Requested-With is missing; it protects against requests from other sites");
        }
        return identity;
    }

    private Identity identity(Route route, Context http, Optional<ShownToken> shown) {
        String authorization = http.header("Authorization");
        if (authorization != null) {
            return shown.map(ShownToken::token)
                    .flatMap(tokens::find)
                    .map(identity -> callers.remembered(identity, authorization))
                    .orElseThrow(() -> unauthorized(wrong(authorization, shown), route, http));
        }
        return Optional.ofNullable(http.cookie(cookie.name()))
                .flatMap(secret -> sessions.find(secret).map(identity -> callers.remembered(identity, secret)))
                .orElse(Identity.ANYBODY);
    }

    private static String wrong(String authorization, Optional<ShownToken> shown) {
        return shown.isEmpty() && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                ? "with Basic authentication the password is an API token (ya_...), not the password of a user"
                : "the token is unknown, revoked or expired";
    }

    /** Spreadsheets ask for a password only if they are told that they may; a browser would ask in a window of its own. */
    private Problem unauthorized(String detail, Route route, Context http) {
        Problem problem = Problem.unauthorized(detail);
        return route.givesFiles() && !isBrowser(http) ? problem.header(Problem.CHALLENGE, BASIC_TOO) : problem;
    }

    private boolean isBrowser(Context http) {
        return String.valueOf(http.header("User-Agent")).startsWith("Mozilla/")
                || http.header("Sec-Fetch-Mode") != null
                || http.header("X-Requested-With") != null
                || http.cookie(cookie.name()) != null;
    }

    /** A browser that was given a token as a password sends it with whatever page asks it to. */
    private static void refuseBasic(Optional<ShownToken> shown) {
        if (shown.filter(ShownToken::basic).isPresent()) {
            throw Problem.forbidden(
                    "Basic authentication only reads; send the token in the header Authorization: Bearer ya_...");
        }
    }

    /** Browsers send the origin of a request; programs do not. */
    private static void refuseOtherSites(Context http) {
        String site = http.header("Sec-Fetch-Site");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        if (otherSite || !sameOrigin(http.header("Origin"), http.header("Host"))) {
            throw Problem.forbidden("the request comes from another site");
        }
    }

    private static boolean sameOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(lower(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String lower(@Nullable String host) {
        return String.valueOf(host).toLowerCase(Locale.ROOT);
    }

    private static boolean blank(@Nullable String header) {
        return header == null || header.isBlank();
    }
}
