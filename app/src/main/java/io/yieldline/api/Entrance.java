package io.yieldline.api;

import io.javalin.http.HandlerType;
import io.yieldline.api.auth.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What the head of a request says before anything is read or looked up: its route, and who probably sent it. */
public final class Entrance {
    private static final Map<String, Lane> OTHER = Map.of(
            HealthRoutes.LIVE, Lane.HEALTH,
            HealthRoutes.READY, Lane.HEALTH,
            HealthRoutes.METRICS, Lane.METRICS,
            CommandCall.ROUTE, Lane.COMMANDS);

    private final Map<String, PathMappings<Route>> routes = new HashMap<>();
    private final String cookie;
    private final KnownCallers callers;

    Entrance(List<Route> routes, SessionCookie cookie, KnownCallers callers) {
        for (Route route : routes) {
            this.routes
                    .computeIfAbsent(route.method().name(), any -> new PathMappings<>())
                    .put(new UriTemplatePathSpec(Routes.ROOT + route.path()), route);
        }
        this.cookie = cookie.name();
        this.callers = callers;
    }

    /** The lane of a request. */
    Lane lane(Request request) {
        return route(request)
                .map(route -> route.terms().lane())
                .orElseGet(() -> OTHER.getOrDefault(path(request), Lane.ORDINARY));
    }

    /** The user whose session or token the request shows, if it was right before; else empty. */
    String user(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return callers.user(authorization == null ? session(request) : authorization);
    }

    /**
     * The maximum size of a body that is read before the request is processed; zero for a body that its route reads itself, and for
     * one that the route will refuse.
     */
    int bytesBefore(Request request) {
        return route(request)
                .filter(route -> !route.terms().lane().readsBodies())
                .filter(route -> route.role() == Role.ANYONE || showsCredentials(request))
                .map(Route::mostBytes)
                .orElse(0);
    }

    private boolean showsCredentials(Request request) {
        return request.getHeaders().contains(HttpHeader.AUTHORIZATION) || session(request) != null;
    }

    private @Nullable String session(Request request) {
        return Request.getCookies(request).stream()
                .filter(each -> each.getName().equals(cookie))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private Optional<Route> route(Request request) {
        String method = request.getMethod().equals(HandlerType.HEAD.name()) ? "GET" : request.getMethod();
        return Optional.ofNullable(routes.get(method))
                .map(paths -> paths.getMatched(path(request)))
                .map(MatchedResource::getResource);
    }

    /** As the router sees it: not decoded. */
    private static String path(Request request) {
        return String.valueOf(request.getHttpURI().getPath());
    }
}
