package io.yieldline.api;

import io.yieldline.api.auth.Sessions;

/** The session cookie: for this server only, inaccessible to scripts, never sent by other sites. */
record SessionCookie(boolean https) {
    String name() {
        return https ? "__Host-yieldline_session" : "yieldline_session";
    }

    /** The header that sets the cookie. */
    String holding(String secret) {
        return header(secret, Sessions.LONGEST.toSeconds());
    }

    /** The header that deletes the cookie. */
    String gone() {
        return header("", 0);
    }

    private String header(String value, long seconds) {
        return name() + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (https ? "; Secure" : "");
    }
}
