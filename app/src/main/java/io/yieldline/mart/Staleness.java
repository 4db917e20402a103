package io.yieldline.mart;

import org.jspecify.annotations.Nullable;

/**
 * The staleness of a mart.
 *
 * @param partitions stale days or weeks
 * @param units units to recompute first
 * @param oldest the oldest stale partition: a day, or a week such as 2025-W14
 * @param redefined whether it was built by other rules, or by another definition of the mart
 */
public record Staleness(
        String mart, long partitions, long units, @Nullable String oldest, boolean redefined) {
    /** Whether the mart is stale. */
    public boolean stale() {
        return partitions > 0 || units > 0;
    }
}
