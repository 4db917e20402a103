package io.yieldline.alert;

import org.jspecify.annotations.Nullable;

/**
 * An attempt to send a message to a channel.
 *
 * @param message id of the message
 * @param error why delivery failed; null if it succeeded
 * @param givenUp whether there are no further attempts
 */
public record Attempt(
        String channel,
        String message,
        String subject,
        @Nullable String error,
        boolean givenUp) {
    /** Whether the message was delivered. */
    public boolean arrived() {
        return error == null;
    }
}
