package io.yieldline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/**
 * Exponential backoff: one minute, then twice as long each time, at most one hour, plus up to 20 % jitter, so that
 * messages that failed together are not retried together. The jitter depends only on message and attempt, not on restarts.
 *
 * @param attempts number of attempts before a message is given up
 */
record Backoff(int attempts) {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);

    /** Time of the next attempt after {@code failed} attempts; empty if there are no more. */
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
