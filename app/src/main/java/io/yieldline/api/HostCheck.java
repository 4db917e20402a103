package io.yieldline.api;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Accepts only known host names, to prevent DNS rebinding by web pages. */
final class HostCheck {
    private final Set<String> names;

    HostCheck(ServeSettings settings) {
        names = new HashSet<>(settings.names());
        names.addAll(List.of("localhost", "127.0.0.1", "[::1]", settings.host()));
    }

    void check(Context http) {
        if (!names.contains(name(http))) {
            Problem problem = new Problem(421, "this host name is not allowed; add it under serve: names:");
            Routes.send(problem.answer(), http);
            http.skipRemainingHandlers();
        }
    }

    private static String name(Context http) {
        return String.valueOf(http.header("Host")).replaceAll(":\\d+$", "");
    }
}
