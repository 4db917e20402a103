package io.yieldline.api.auth;

import io.yieldline.operation.Caller;

/**
 * The user and address of an audited action.
 *
 * @param user the name of the user
 * @param address the network address, or {@code cli} for the local command line
 */
public record Actor(String user, String address) {
    /** A user of the command line. */
    public static Actor of(Caller caller) {
        return new Actor(caller.user(), caller.trigger());
    }
}
