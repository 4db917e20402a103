package io.yieldline.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error response according to RFC 9457: {@code application/problem+json}. It discloses no internals;
 * {@code error_id} refers to the server log.
 */
final class Problem extends RuntimeException {
    /** The header that says how to log in. */
    static final String CHALLENGE = "WWW-Authenticate";

    static final String BEARER = "Bearer realm=\"yieldline\"";

    private final int status;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Problem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** An invalid parameter or field. */
    static Problem wrong(String parameter, String detail) {
        return new Problem(400, detail).with("parameter", parameter);
    }

    /** An unknown parameter or field. */
    static Problem unknown(String parameter, List<String> known) {
        List<String> names = new ArrayList<>(known);
        return wrong(
                        parameter,
                        "unknown parameter \"" + parameter + "\"; valid values: "
                                + (names.isEmpty() ? "none" : String.join(", ", names)))
                .with("known", names);
    }

    static Problem unauthorized(String detail) {
        return new Problem(401, detail).header(CHALLENGE, BEARER);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, detail);
    }

    static Problem missing(String detail) {
        return new Problem(404, detail);
    }

    static Problem tooMany(String detail, Duration wait) {
        return new Problem(429, detail).header("Retry-After", Long.toString(wait.toSeconds() + 1));
    }

    /** The server is busy. */
    static Problem busy(String detail) {
        return new Problem(503, detail).header("Retry-After", "5");
    }

    /** An internal error. */
    static Problem internal(String errorId) {
        return new Problem(500, "internal error; the server's log has the details under this error_id")
                .with("error_id", errorId);
    }

    Problem with(String key, Object value) {
        more.put(key, value);
        return this;
    }

    Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    RouteResponse answer() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title(status));
        body.put("status", status);
        body.put("detail", getMessage());
        body.putAll(more);
        return new RouteResponse(status, "application/problem+json", Json.bytes(body), headers, null);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not logged in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 408 -> "Too slow";
            case 409 -> "Conflict";
            case 411 -> "Length required";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 421 -> "Misdirected request";
            case 422 -> "Cannot be processed";
            case 429 -> "Too many requests";
            case 503 -> "Busy";
            default -> status < 500 ? "Refused" : "Server error";
        };
    }
}
