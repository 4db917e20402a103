package io.yieldline.operation;

import io.yieldline.mart.Refreshed;
import org.jspecify.annotations.Nullable;

/**
 * The result of one mart.
 *
 * @param partitions days or weeks that were rebuilt
 * @param deleted deleted rows
 * @param inserted inserted rows
 * @param failure why the rebuild failed, in one line; the mart is then unchanged
 */
public record Rebuilt(
        String mart,
        long partitions,
        long deleted,
        long inserted,
        double seconds,
        @Nullable String failure) {
    /** The same, failed for this reason. */
    public Rebuilt failed(String reason) {
        return new Rebuilt(mart, 0, 0, 0, seconds, reason);
    }

    /** What a refresh of a mart came to; a failure is explained in one line, and its trace kept. */
    public static Rebuilt of(Refreshed mart, ErrorLog errors) {
        RuntimeException failure = mart.failure();
        return new Rebuilt(
                mart.mart(),
                mart.partitions(),
                mart.deleted(),
                mart.inserted(),
                mart.milliseconds() / 1000.0,
                failure == null ? null : errors.explain(failure));
    }
}
