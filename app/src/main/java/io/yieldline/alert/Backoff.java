package io.yieldline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/**
 * When to try again: after one minute, then twice as long each time, at most an hour, up to a fifth more by chance, so that
 * what failed together does not come back together. Chance is a function of message and attempt: a restart changes nothing.
 *
 * @param attempts after so many the message is given up
 */
record Backoff(int attempts) {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);

    /** When to try again after {@code failed} attempts; empty when there have been enough. */
    Optional<Instant> next(String message, long failed, Instant now) {
        if (failed >= attempts) {
            return Optional.empty();
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failed - 1, 10));
        Duration wait = doubled.compareTo(MOST) < 0 ? doubled : MOST;
        long chance = new Random(message.hashCode() * 31L + failed).nextLong(wait.toMillis() / 5);
        return Optional.of(now.plus(wait).plusMillis(chance));
    }
}
