package io.yieldline.api;

import io.yieldline.api.auth.Sessions;

/** The cookie that holds a session: for this server only, out of reach of scripts, never sent along by another site. */
record SessionCookie(boolean https) {
    String name() {
        return https ? "__Host-yieldline_session" : "yieldline_session";
    }

    /** The header that sets it. */
    String holding(String secret) {
        return header(secret, Sessions.LONGEST.toSeconds());
    }

    /** The header that takes it away. */
    String gone() {
        return header("", 0);
    }

    private String header(String value, long seconds) {
        return name() + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (https ? "; Secure" : "");
    }
}
