package io.yieldline.mart;

import org.jspecify.annotations.Nullable;

/**
 * How far a mart is behind its source.
 *
 * @param partitions days or weeks that are not up to date
 * @param units units whose facts have to be computed before
 * @param oldest the first of the partitions: a day, or a week such as 2025-W14
 */
public record Staleness(
        String mart, long partitions, long units, @Nullable String oldest) {
    /** Whether a refresh has something to do. */
    public boolean stale() {
        return partitions > 0 || units > 0;
    }
}
