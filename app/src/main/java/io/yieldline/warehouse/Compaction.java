package io.yieldline.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * How much space a compaction of the database gave back to the disk.
 *
 * @param before its bytes on disk before
 * @param after its bytes on disk after
 * @param remark what it dropped, or why it is not smaller; null if there is nothing to say
 */
public record Compaction(long before, long after, @Nullable String remark) {
    /** The bytes given back; 0 if it did not shrink. */
    public long freed() {
        return Math.max(0, before - after);
    }

    Compaction but(String why) {
        return new Compaction(before, after, why);
    }
}
