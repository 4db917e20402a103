package io.yieldline.mart;

import org.jspecify.annotations.Nullable;

/**
 * The result of the refresh of one mart.
 *
 * @param partitions days or weeks that were rebuilt
 * @param deleted deleted rows
 * @param inserted inserted rows
 * @param failure why the refresh failed; the mart is then unchanged
 */
public record Refreshed(
        String mart,
        long partitions,
        long deleted,
        long inserted,
        long milliseconds,
        @Nullable RuntimeException failure) {
    /** Whether the refresh succeeded. */
    public boolean succeeded() {
        return failure == null;
    }

    Refreshed after(long elapsed) {
        return new Refreshed(mart, partitions, deleted, inserted, elapsed, failure);
    }
}
