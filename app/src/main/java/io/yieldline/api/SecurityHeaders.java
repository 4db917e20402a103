package io.yieldline.api;

import io.javalin.http.Context;

/** Security headers of every response: own content only, no framing, no CORS, no caching. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void set(Context http) {
        http.header(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'self'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", "no-store");
    }
}
