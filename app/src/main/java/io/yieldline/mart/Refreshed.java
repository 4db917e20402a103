package io.yieldline.mart;

import org.jspecify.annotations.Nullable;

/**
 * What a refresh did to one mart.
 *
 * @param partitions days or weeks that were rebuilt
 * @param deleted rows that went
 * @param inserted rows that came
 * @param failure why the mart could not be rebuilt; it is then as it was before
 */
public record Refreshed(
        String mart,
        long partitions,
        long deleted,
        long inserted,
        long milliseconds,
        @Nullable RuntimeException failure) {
    /** Whether the mart is as it should be. */
    public boolean succeeded() {
        return failure == null;
    }

    Refreshed after(long elapsed) {
        return new Refreshed(mart, partitions, deleted, inserted, elapsed, failure);
    }
}
