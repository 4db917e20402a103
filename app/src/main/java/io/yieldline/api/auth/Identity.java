package io.yieldline.api.auth;

import org.jspecify.annotations.Nullable;

/**
 * The sender of a request.
 *
 * @param user the name of the user; empty without login
 * @param role the role of the user
 * @param credential the hash of the session or token
 * @param browser whether a browser sent it automatically, as with a session cookie
 * @param mustChange whether the password is an initial password that must be changed
 */
public record Identity(String user, Role role, @Nullable String credential, boolean browser, boolean mustChange) {
    public static final Identity ANYBODY = new Identity("", Role.ANYONE, null, false, false);
}
