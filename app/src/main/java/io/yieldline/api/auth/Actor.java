package io.yieldline.api.auth;

import io.yieldline.operation.Caller;

/**
 * Who does something that is audited, and from where.
 *
 * @param user the name of the user
 * @param address the network address, or {@code cli} for somebody at the machine itself
 */
public record Actor(String user, String address) {
    /** Somebody at the command line. */
    public static Actor of(Caller caller) {
        return new Actor(caller.user(), caller.trigger());
    }
}
