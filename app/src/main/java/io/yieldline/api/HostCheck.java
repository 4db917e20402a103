package io.yieldline.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers only to the names that the server is known by, so that no web page can reach it under a name of its own. */
final class HostCheck {
    private final Set<String> names;

    HostCheck(ServeSettings settings) {
        names = new HashSet<>(settings.names());
        names.addAll(List.of("localhost", "127.0.0.1", "[::1]", settings.host()));
    }

    void check(Context http) {
        if (!names.contains(name(http))) {
            http.status(HttpStatus.MISDIRECTED_REQUEST)
                    .result("this server does not answer to that name; add it under serve: names:")
                    .skipRemainingHandlers();
        }
    }

    private static String name(Context http) {
        return String.valueOf(http.header("Host")).replaceAll(":\\d+$", "");
    }
}
