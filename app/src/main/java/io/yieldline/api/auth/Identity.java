package io.yieldline.api.auth;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param user the name of the user; empty for somebody without a name
 * @param role what they may do
 * @param credential the hash of the session or token that they showed
 * @param browser whether a browser sent it by itself, as it does with the cookie of a session
 * @param mustChange whether the password was made by somebody else and has to be changed first
 */
public record Identity(String user, Role role, @Nullable String credential, boolean browser, boolean mustChange) {
    public static final Identity ANYBODY = new Identity("", Role.ANYONE, null, false, false);
}
