package io.yieldline.alert;

import org.jspecify.annotations.Nullable;

/**
 * A message that was sent to a channel, or was tried.
 *
 * @param message its id
 * @param error why it did not arrive; null when it did
 * @param givenUp whether it is not tried again
 */
public record Attempt(
        String channel,
        String message,
        String subject,
        @Nullable String error,
        boolean givenUp) {
    /** Whether the channel has it. */
    public boolean arrived() {
        return error == null;
    }
}
